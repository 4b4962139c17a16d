using System.Text.RegularExpressions;

namespace ModelPipeline.Specs.Yaml;

/// <summary>Finds out why lines are not keys with values.</summary>
internal sealed partial class LayoutFault(string text)
{
    private readonly string[] _lines = text.Split('\n');

    /// <summary>What is wrong and where; <see langword="null"/> where that is not clear.</summary>
    /// <param name="stop">Where the parser stopped.</param>
    /// <param name="followsText">Whether it took this line and those before for one text.</param>
    public (Place, string)? Find(Place stop, bool followsText)
    {
        if (stop.Line > _lines.Length || stop.Column > LineAt(stop.Line).Length)
            return null;

        var before = LineBefore(stop.Line);
        return followsText && before > 0
            ? MissingSpace(before) ?? MissingColon(before)
            : InLine(stop) ?? MissingSpace(stop.Line) ?? Indentation(stop.Line, before) ?? MissingColon(stop.Line);
    }

    private (Place, string)? InLine(Place stop)
    {
        var line = LineAt(stop.Line);
        var read = line[..(stop.Column - 1)].TrimEnd();
        if (read.Length == 0)
            return null;
        return (line[stop.Column - 1], read[^1]) switch
        {
            (':', _) when read.Contains(": ", StringComparison.Ordinal) =>
                (stop, "a second colon in this line: put the value in quotes, or begin a new line after the first colon"),
            (']' or '}', _) => (stop, $"no bracket is open that this '{line[stop.Column - 1]}' closes"),
            (not ':', '"' or '\'') => (stop, "text after a closing quote: a quote is missing, or there is one too many"),
            _ => null,
        };
    }

    private (Place, string)? MissingSpace(int number) => ColonWithoutSpace().Match(LineAt(number)) is { Success: true } start
        ? (new Place(number, start.Length), "a space is missing after this colon")
        : null;

    private (Place, string)? Indentation(int number, int before)
    {
        var (indentation, earlier) = (IndentationOf(number), before > 0 ? IndentationOf(before) : 0);
        return indentation == earlier
            ? null
            : (new Place(number, indentation + 1), FormattableString.Invariant(
                $"this line begins after {indentation} spaces, the one before after {earlier}: keys of one section are indented alike"));
    }

    private (Place, string)? MissingColon(int number)
    {
        var line = LineAt(number).Trim();
        return line.Contains(':', StringComparison.Ordinal) || line.StartsWith('-')
            ? null
            : (new Place(number, IndentationOf(number) + 1), "this line has no colon: write a key, a colon, a space and the value");
    }

    private string LineAt(int number) => _lines[number - 1].TrimEnd('\r');

    private int IndentationOf(int number) => LineAt(number).Length - LineAt(number).TrimStart(' ').Length;

    /// <summary>The line before that is neither blank nor a comment; 0 where there is none.</summary>
    private int LineBefore(int number)
    {
        do
            number--;
        while (number > 0 && LineAt(number).TrimStart() is "" or ['#', ..]);
        return number;
    }

    [GeneratedRegex(@"^ *(- +)?[\w-]+:(?=[^\s:]+\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex ColonWithoutSpace();
}
