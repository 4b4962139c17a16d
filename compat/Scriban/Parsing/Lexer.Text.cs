namespace Scriban.Parsing;

/// <content>Text outside code, escape blocks, and the whitespace around blocks.</content>
internal sealed partial class Lexer
{
    private void ReadText()
    {
        var start = _cursor.Position;
        var stop = _cursor.Offset;
        while (stop < _cursor.Text.Length && !StartsBlock(stop, out _))
            stop++;
        var kept = TrimmedEnd(start.Offset, stop);
        _cursor.Advance(kept - start.Offset);
        if (kept > start.Offset)
            Emit(TokenType.Text, start);
        _cursor.Advance(stop - kept);
    }

    /// <summary>Where the text before a block ends once the block's left whitespace mark has its way.</summary>
    private int TrimmedEnd(int start, int stop)
    {
        var mark = stop + 2 < _cursor.Text.Length ? _cursor.Text[stop + 2] : '\0';
        var kept = stop;
        while (mark is '-' or '~' && kept > start && char.IsWhiteSpace(_cursor.Text[kept - 1]) && !(mark == '~' && IsLineEnd(kept - 1)))
            kept--;
        return kept;
    }

    private bool IsLineEnd(int offset)
    {
        var text = _cursor.Text;
        return text[offset] == '\n' || (text[offset] == '\r' && !(offset + 1 < text.Length && text[offset + 1] == '\n'));
    }

    /// <summary>Reads what the stand-in refuses, up to its <c>}%}</c>, <c>}%%}</c>….</summary>
    private void ReadEscapeBlock(int percents)
    {
        var start = _cursor.Position;
        var exit = "}" + new string('%', percents) + "}";
        while (!_cursor.AtEnd && !_cursor.StartsWith(exit))
            _cursor.Advance();
        _cursor.Advance(exit.Length);
        Emit(TokenType.EscapeBlock, start);
    }

    private void ReadCodeExit()
    {
        if (_cursor.AtEnd)
            return;
        var start = _cursor.Position;
        var mark = _cursor.Current;
        _cursor.Advance(mark == '}' ? 2 : 3);
        Emit(TokenType.CodeExit, start);
        if (mark is '-')
            _cursor.AdvanceWhile(char.IsWhiteSpace);
        if (mark is '~')
            SkipRestOfLine();
    }

    private void SkipRestOfLine()
    {
        _cursor.AdvanceWhile(c => c != '\n' && char.IsWhiteSpace(c));
        if (_cursor.Current == '\n')
            _cursor.Advance();
    }
}
