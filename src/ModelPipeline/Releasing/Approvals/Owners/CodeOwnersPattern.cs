using System.IO.Enumeration;
using System.Text;

namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>Which paths a line of CODEOWNERS is about: the patterns of gitignore without negation and character ranges, case and all.</summary>
internal sealed class CodeOwnersPattern
{
    private const string Any = "**";
    private readonly string[] _parts;

    private CodeOwnersPattern(string[] parts) => _parts = parts;

    /// <summary>Reads a pattern; <see langword="null"/> where it is none that GitHub documents.</summary>
    /// <param name="text">As it stands in the file, backslashes included.</param>
    public static CodeOwnersPattern? TryParse(string text)
    {
        if (text.StartsWith('!') || text.StartsWith("\\#", StringComparison.Ordinal) || text.AsSpan().ContainsAny('[', ']') || text.Any(char.IsControl) || text.StartsWith('\uFEFF'))
            return null;
        if (Unescape(text) is not { } plain || plain.Trim('/').Length == 0 || plain.Contains("//", StringComparison.Ordinal))
            return null;
        var isFolder = plain.EndsWith('/');
        var isAnchored = plain.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        string[] parts = [.. isAnchored ? (string[])[] : [Any], .. plain.Trim('/').Split('/'), .. isFolder ? [Any] : (string[])[]];
        return new CodeOwnersPattern(parts);
    }

    /// <summary>Whether a file's path matches.</summary>
    /// <param name="names">The path's parts: its folders, then its name.</param>
    public bool Matches(ReadOnlySpan<string> names) => Matches(_parts, names);

    /// <summary>A pattern that names a folder is about every file below it; one that ends in <c>/*</c> is about the files in the folder alone.</summary>
    private static bool Matches(ReadOnlySpan<string> parts, ReadOnlySpan<string> names)
    {
        if (parts.IsEmpty)
            return true;
        if (names.IsEmpty)
            return false;
        if (parts[0] == Any)
            return MatchesAnywhere(parts[1..], names);
        if (parts.Length == 1 && parts[0] == "*")
            return names.Length == 1;
        return FileSystemName.MatchesSimpleExpression(parts[0], names[0], ignoreCase: false) && Matches(parts[1..], names[1..]);
    }

    private static bool MatchesAnywhere(ReadOnlySpan<string> parts, ReadOnlySpan<string> names)
    {
        for (var skipped = 0; skipped < names.Length; skipped++)
            if (Matches(parts, names[skipped..]))
                return true;
        return false;
    }

    /// <summary>Spaces and hashes lose their backslash; an escaped backslash stays one to the matcher, and nothing else can be escaped.</summary>
    private static string? Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
                plain.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] is ' ' or '#')
                plain.Append(text[++at]);
            else if (at + 1 < text.Length && text[at + 1] == '\\')
                plain.Append(text[at++]).Append('\\');
            else
                return null;
        }

        return plain.ToString();
    }
}
