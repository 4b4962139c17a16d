using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>Reads a line of CODEOWNERS. GitHub skips a line that it cannot read; here it is a fault, since nobody can say whose approval is missing.</summary>
internal static partial class CodeOwnersLine
{
    /// <summary>Reads a line; <see langword="null"/> where it is empty or a comment.</summary>
    /// <exception cref="InvalidDataException">It is invalid.</exception>
    public static CodeOwnersRule? Read(string line, int number)
    {
        var words = Words(line);
        if (words.Count == 0)
            return null;
        if (CodeOwnersPattern.TryParse(words[0]) is not { } pattern)
            throw Fault(number, $"the pattern {QuotedText.Of(words[0])} is not supported");
        if (words.Skip(1).FirstOrDefault(owner => !Owner.IsMatch(owner)) is { } odd)
            throw Fault(number, $"{QuotedText.Of(odd)} is no owner");
        return new CodeOwnersRule(pattern, [.. words.Skip(1)]);
    }

    /// <summary>The words between spaces and tabs up to a comment. A backslash keeps the character after it in the word.</summary>
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is ' ' or '\t')
                End(words, word);
            else if (line[at] == '#' && word.Length == 0)
                break;
            else
                word.Append(line[at] == '\\' && at + 1 < line.Length ? line[at..(++at + 1)] : line[at].ToString());
        }

        End(words, word);
        return words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }

    private static InvalidDataException Fault(int number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"line {number}: {what}"));

    [GeneratedRegex(@"^(@[A-Za-z0-9][A-Za-z0-9_.-]*(\[bot\])?(/[A-Za-z0-9_][A-Za-z0-9_.-]*)?|[^@\s]+@[^@\s]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner { get; }
}
