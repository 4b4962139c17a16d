using System.Text.RegularExpressions;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>An operation of GitHub's description.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path with its parameters, for example <c>/repos/{owner}/{repo}/git/ref/{ref}</c>.</param>
internal sealed partial record Operation(string Method, string Path)
{
    private Regex Pattern { get; } = new($"^{Placeholder().Replace(Path, match => match.Value == "{ref}" ? "(?<ref>.+)" : "[^/]+")}$", RegexOptions.CultureInvariant);

    /// <summary>The verb as the description spells it.</summary>
    public string Verb => Method.ToLowerInvariant();

    /// <summary>The path of a request of this operation, with the slashes of a ref escaped: the mock takes a parameter for one segment. <see langword="null"/> for a request of another.</summary>
    public string? PathOf(string method, string path)
    {
        if (method != Method || Pattern.Match(path) is not { Success: true } match)
            return null;
        var reference = match.Groups["ref"];
        return reference.Success ? path[..reference.Index] + reference.Value.Replace("/", "%2F") + path[(reference.Index + reference.Length)..] : path;
    }

    public override string ToString() => $"{Method} {Path}";

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
