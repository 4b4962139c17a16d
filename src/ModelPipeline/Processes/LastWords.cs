using System.Text;

namespace ModelPipeline.Processes;

/// <summary>Reads what a process writes to its standard error until it ends, and keeps the end of it.</summary>
internal static class LastWords
{
    private const int Most = 200;
    private const int Widest = 5;

    /// <summary>The last words on one line, escaped; empty where there were none.</summary>
    public static Task<string> ReadAsync(TextReader errors) => ReadAsync(errors, Most);

    /// <summary>The last words on one line, escaped; empty where there were none.</summary>
    /// <param name="errors">What the process writes; it is closed at its end.</param>
    /// <param name="most">How many characters are kept.</param>
    public static async Task<string> ReadAsync(TextReader errors, int most)
    {
        using var closing = errors;
        var kept = new StringBuilder();
        var buffer = new char[most];
        while (await errors.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
        {
            kept.Append(buffer, 0, read);
            kept.Remove(0, Math.Max(0, kept.Length - most));
        }

        return QuotedText.Escape(kept.ToString().Trim(), Widest * most);
    }
}
