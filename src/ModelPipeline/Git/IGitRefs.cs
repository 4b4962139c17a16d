namespace ModelPipeline.Git;

/// <summary>Branches and tags by their full names, such as <c>refs/heads/main</c>: those of a remote, or those on disk.</summary>
/// <remarks>Every member may throw <see cref="RemoteException"/>.</remarks>
internal interface IGitRefs
{
    /// <summary>The name of the branch that releases are merged into.</summary>
    Task<string> DefaultBranchAsync(CancellationToken cancellation);

    /// <summary>The object that a name stands for; <see langword="null"/> where there is no such name.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>The full names of all tags.</summary>
    Task<IReadOnlyList<string>> TagNamesAsync(CancellationToken cancellation);

    /// <summary>The tag objects of all annotated tags, by the tags' full names.</summary>
    Task<IReadOnlyDictionary<string, string>> AnnotatedTagsAsync(CancellationToken cancellation);

    /// <summary>Sees to it that objects, and what they consist of, are on disk.</summary>
    Task BringAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation);

    /// <summary>Makes or moves a name.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="next">The object that it is to stand for.</param>
    /// <param name="seen">The object that it stands for now; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False where it stands for something else than was seen.</returns>
    Task<bool> UpdateAsync(string name, string next, string? seen, CancellationToken cancellation);
}
