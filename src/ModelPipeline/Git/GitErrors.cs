using System.Text;
using System.Text.RegularExpressions;

namespace ModelPipeline.Git;

/// <summary>What git says where it refuses: its last lines, without what is secret in addresses.</summary>
internal static partial class GitErrors
{
    private const int MostLines = 4;
    private const int MostKept = 8192;
    private const int LongestMessage = 600;

    /// <summary>Reads to the end, or until it is stopped, and keeps the last lines.</summary>
    public static async Task<string> ReadAsync(TextReader errors, CancellationToken cancellation)
    {
        var kept = new StringBuilder();
        var buffer = new char[1024];
        var whole = true;
        try
        {
            while (await errors.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
            {
                kept.Append(buffer, 0, read);
                whole &= kept.Length <= MostKept;
                kept.Remove(0, Math.Max(0, kept.Length - MostKept));
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever stops it has what was said so far.
        }

        return LastLines(kept.ToString(), whole);
    }

    /// <summary>A text without user names, passwords and queries in the addresses that it holds.</summary>
    public static string WithoutSecrets(string text) => Query().Replace(Credentials().Replace(text, "://"), "$1");

    /// <summary>The last lines as one; of a text that was cut the first line is left out, because half an address hides that it is one.</summary>
    private static string LastLines(string text, bool whole)
    {
        var lines = text.Split('\n').Select(line => line.Trim('\r', ' ')).ToArray();
        var said = lines.Skip(whole ? 0 : 1).Where(line => line.Length > 0 && !line.StartsWith("hint:", StringComparison.Ordinal)).TakeLast(MostLines);
        return QuotedText.Escape(WithoutSecrets(string.Join("; ", said)), LongestMessage);
    }

    [GeneratedRegex(@"://[^\s/]*@", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"(://[^\s'""?]*)\?[^\s'""]*", RegexOptions.CultureInvariant)]
    private static partial Regex Query();
}
