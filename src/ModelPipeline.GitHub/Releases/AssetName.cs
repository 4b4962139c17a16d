namespace ModelPipeline.GitHub.Releases;

/// <summary>The names of assets. GitHub silently renames what has other characters, or a dot at either end.</summary>
internal static class AssetName
{
    /// <summary>Throws where GitHub would give the asset another name.</summary>
    /// <exception cref="InputException">It would.</exception>
    public static void Check(string name)
    {
        var isKept = name.Length is > 0 and <= 255 && name[0] != '.' && name[^1] != '.'
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
        if (!isKept)
            throw new InputException($"{QuotedText.Of(name)} is no name for a release's asset: GitHub would change it. Use letters, digits, '.', '_' and '-', and no dot at an end.");
    }

    /// <summary>The media type of a file.</summary>
    public static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".md" => "text/markdown",
        ".txt" => "text/plain",
        ".svg" => "image/svg+xml",
        ".zip" => "application/zip",
        ".tar" => "application/x-tar",
        _ => "application/octet-stream",
    };
}
