namespace Scriban.Parsing;

/// <summary>A range of a template's text; both ends belong to it.</summary>
public struct SourceSpan
{
    /// <summary>Creates a range.</summary>
    /// <param name="fileName">Name of the template, as messages show it.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">Last character.</param>
    public SourceSpan(string fileName, TextPosition start, TextPosition end)
    {
        FileName = fileName;
        Start = start;
        End = end;
    }

    /// <summary>Name of the template, as messages show it.</summary>
    public string FileName { get; set; }

    /// <summary>Whether the range names no template.</summary>
    public readonly bool IsEmpty => FileName is null;

    /// <summary>First character.</summary>
    public TextPosition Start { get; set; }

    /// <summary>Last character.</summary>
    public TextPosition End { get; set; }

    /// <summary>Number of characters.</summary>
    public readonly int Length => End.Offset - Start.Offset + 1;

    /// <summary>The range as <c>file(start)-(end)</c>.</summary>
    public override string ToString() => $"{FileName}({Start})-({End})";

    /// <summary>The first character as <c>file(line,column)</c>, both one-based.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";
}
