namespace ModelPipeline.Git;

/// <summary>A path in a repository: parts between single slashes, none of them a point or two.</summary>
internal static class GitPath
{
    /// <summary>The path, where it is one in the repository.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static string Expect(string path) =>
        !path.Contains('\0') && path.Split('/').All(part => part is not ("" or "." or ".."))
            ? path
            : throw new InputException($"{QuotedText.Of(path)} is not a path within the repository: a model's folder must be in it.");
}
