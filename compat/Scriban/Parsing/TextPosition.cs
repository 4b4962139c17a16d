namespace Scriban.Parsing;

/// <summary>A place in the text of a template. Offset, line and column are zero-based.</summary>
public struct TextPosition : IEquatable<TextPosition>
{
    /// <summary>The position that stands for the end of the text.</summary>
    public static readonly TextPosition Eof = new(-1, -1, -1);

    /// <summary>Creates a position.</summary>
    /// <param name="offset">Zero-based number of characters before it.</param>
    /// <param name="line">Zero-based line.</param>
    /// <param name="column">Zero-based column.</param>
    public TextPosition(int offset, int line, int column)
    {
        Offset = offset;
        Line = line;
        Column = column;
    }

    /// <summary>Zero-based number of characters before this position.</summary>
    public int Offset { get; set; }

    /// <summary>Zero-based column.</summary>
    public int Column { get; set; }

    /// <summary>Zero-based line.</summary>
    public int Line { get; set; }

    /// <summary>Whether two positions are the same.</summary>
    public static bool operator ==(TextPosition left, TextPosition right) => left.Equals(right);

    /// <summary>Whether two positions differ.</summary>
    public static bool operator !=(TextPosition left, TextPosition right) => !left.Equals(right);

    /// <summary>The position some characters further on the same line.</summary>
    /// <param name="offset">Number of characters.</param>
    public TextPosition NextColumn(int offset = 1) => new(Offset + offset, Line, Column + offset);

    /// <summary>The first column of a later line.</summary>
    /// <param name="offset">Number of lines.</param>
    public TextPosition NextLine(int offset = 1) => new(Offset + offset, Line + offset, 0);

    /// <summary>The position as <c>(offset:line,column)</c>, all zero-based.</summary>
    public override string ToString() => FormattableString.Invariant($"({Offset}:{Line},{Column})");

    /// <summary>The position as <c>line,column</c>, both one-based.</summary>
    public string ToStringSimple() => FormattableString.Invariant($"{Line + 1},{Column + 1}");

    /// <inheritdoc/>
    public bool Equals(TextPosition other) => (Offset, Line, Column) == (other.Offset, other.Line, other.Column);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextPosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Offset;
}
