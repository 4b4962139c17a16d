namespace Scriban.Parsing;

/// <summary>Walks over a text and keeps count of lines and columns.</summary>
internal sealed class TextCursor(string text, string fileName)
{
    private int _line;
    private int _column;

    public string Text => text;

    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    public char Current => Peek(0);

    public TextPosition Position => new(Offset, _line, _column);

    public char Peek(int count) => Offset + count < text.Length ? text[Offset + count] : '\0';

    public bool StartsWith(string expected) => string.CompareOrdinal(text, Offset, expected, 0, expected.Length) == 0;

    /// <summary>Steps over a character; at the end it stays there.</summary>
    public void Advance()
    {
        if (AtEnd)
            return;
        var newLine = Current == '\n' || (Current == '\r' && Peek(1) != '\n');
        Offset++;
        _column = newLine ? 0 : _column + 1;
        _line += newLine ? 1 : 0;
    }

    public void Advance(int count)
    {
        for (var i = 0; i < count; i++)
            Advance();
    }

    public void AdvanceWhile(Func<char, bool> condition)
    {
        while (!AtEnd && condition(Current))
            Advance();
    }

    /// <summary>The range from a position to the character before this one.</summary>
    public SourceSpan SpanFrom(TextPosition start) => new(fileName, start, Offset > start.Offset ? SpanBefore().End : start);

    /// <summary>The character before this one.</summary>
    public SourceSpan SpanBefore()
    {
        var position = new TextPosition(Offset - 1, _line, _column - 1);
        return new SourceSpan(fileName, position, position);
    }

    /// <summary>The character here.</summary>
    public SourceSpan SpanHere() => new(fileName, Position, Position);
}
