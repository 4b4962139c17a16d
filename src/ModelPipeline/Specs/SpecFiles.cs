namespace ModelPipeline.Specs;

/// <summary>The bytes of a spec, for example of another commit.</summary>
/// <param name="Path">Where its <c>model.yaml</c> would be on disk.</param>
/// <param name="Model">The bytes of <c>model.yaml</c>.</param>
/// <param name="Challenger">The challenger's name; <see langword="null"/> for none.</param>
/// <param name="ChallengerBytes">The bytes of its file; <see langword="null"/> for none.</param>
internal sealed record SpecFiles(string Path, byte[] Model, string? Challenger = null, byte[]? ChallengerBytes = null)
{
    /// <summary>Where the challenger's file would be on disk; <see langword="null"/> where there is none.</summary>
    public string? ChallengerPath => Challenger is null ? null : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, ChallengerFiles.Within(Challenger));
}
