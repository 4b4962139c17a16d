using System.Text.RegularExpressions;

namespace ModelPipeline.Reporting;

/// <summary>Cuts Markdown where a host takes no more: after a whole line, outside of code and comments, with every fold closed.</summary>
public static partial class MarkdownCut
{
    private const string CloseFold = "</details>\n";

    /// <summary>The text, or as many of its lines as fit together with a notice.</summary>
    /// <param name="text">Markdown with LF line ends.</param>
    /// <param name="limit">The most that the host takes.</param>
    /// <param name="notice">What is said at the end of a text that was cut: where the whole is. One paragraph.</param>
    /// <param name="size">The size of a text in the limit's unit.</param>
    public static string To(string text, int limit, string notice, Func<string, int> size)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(size);
        if (size(text) <= limit)
            return text;
        var room = limit - size($"\n{notice}\n");
        if (room < 0)
            return "";
        var (used, folds, inside) = (0, 0, new Inside());
        var (safe, safeFolds) = (0, 0);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found + 1;
            var line = text[start..end];
            used += size(line);
            folds = Math.Max(0, folds + Folds(line));
            inside = inside.After(line);
            if (used + folds * CloseFold.Length > room)
                break;
            if (inside.IsNothing && line[^1] == '\n')
                (safe, safeFolds) = (end, folds);
            start = end;
        }

        return $"{text[..safe]}{string.Concat(Enumerable.Repeat(CloseFold, safeFolds))}\n{notice}\n";
    }

    private static int Folds(string line) => Opened().Count(line) - Closed().Count(line);

    [GeneratedRegex("<details[ >]", RegexOptions.IgnoreCase)]
    private static partial Regex Opened();

    [GeneratedRegex("</details>", RegexOptions.IgnoreCase)]
    private static partial Regex Closed();

    /// <summary>What is open after a line: a fence of code or an HTML comment.</summary>
    private readonly record struct Inside(bool Code, bool Comment)
    {
        public bool IsNothing => !Code && !Comment;

        public Inside After(string line) => Code || (!Comment && line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            ? this with { Code = Code != line.TrimStart().StartsWith("```", StringComparison.Ordinal) }
            : this with { Comment = CommentAfter(line) };

        private bool CommentAfter(string line)
        {
            var (opened, closed) = (line.LastIndexOf("<!--", StringComparison.Ordinal), line.LastIndexOf("-->", StringComparison.Ordinal));
            return opened > closed || (Comment && closed < 0);
        }
    }
}
