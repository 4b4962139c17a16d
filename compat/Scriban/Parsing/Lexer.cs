namespace Scriban.Parsing;

/// <summary>Cuts the text of a template into tokens: text outside code, escape blocks and code.</summary>
internal sealed partial class Lexer
{
    private readonly TextCursor _cursor;
    private readonly List<Token> _tokens = [];
    private readonly List<LogMessage> _errors = [];

    private Lexer(string text, string fileName) => _cursor = new TextCursor(text, fileName);

    public static (IReadOnlyList<Token> Tokens, IReadOnlyList<LogMessage> Errors) Read(string text, string fileName)
    {
        var lexer = new Lexer(text, fileName);
        lexer.ReadTemplate();
        return (lexer._tokens, lexer._errors);
    }

    private void ReadTemplate()
    {
        while (!_cursor.AtEnd)
        {
            if (StartsBlock(_cursor.Offset, out var percents))
                ReadBlock(percents);
            else
                ReadText();
        }
        _tokens.Add(new Token(TokenType.End, _cursor.SpanHere(), "<eof>"));
    }

    private void ReadBlock(int percents)
    {
        var start = _cursor.Position;
        _cursor.Advance(percents + 2);
        if (_cursor.Current is '-' or '~')
            _cursor.Advance();
        Emit(percents == 0 ? TokenType.CodeEnter : TokenType.EscapeEnter, start);
        if (percents == 0)
            ReadCode();
        else
            ReadEscaped(percents);
    }

    /// <summary>Whether a <c>{{</c>, <c>{%{</c>, <c>{%%{</c>… stands at an offset.</summary>
    private bool StartsBlock(int offset, out int percents)
    {
        var text = _cursor.Text;
        percents = 0;
        if (text[offset] != '{')
            return false;
        while (CharAt(offset + 1 + percents) == '%')
            percents++;
        return CharAt(offset + 1 + percents) == '{';

        char CharAt(int index) => index < text.Length ? text[index] : '\0';
    }

    /// <summary>Whether a <c>}}</c>, <c>}%}</c>, <c>}%%}</c>… stands here, with or without a whitespace mark.</summary>
    private bool AtExit(int percents, out int length)
    {
        var mark = _cursor.Current is '-' or '~' ? 1 : 0;
        length = mark + percents + 2;
        if (_cursor.Peek(mark) != '}')
            return false;
        for (var i = 1; i <= percents; i++)
        {
            if (_cursor.Peek(mark + i) != '%')
                return false;
        }
        return _cursor.Peek(mark + percents + 1) == '}';
    }

    private void Emit(TokenType type, TextPosition start, string? value = null)
    {
        var span = _cursor.SpanFrom(start);
        _tokens.Add(new Token(type, span, span.In(_cursor.Text), value));
    }

    private void Error(SourceSpan span, string message) => _errors.Add(new LogMessage(ParserMessageType.Error, span, message));
}
