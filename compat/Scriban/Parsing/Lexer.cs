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
            if (!StartsBlock(_cursor.Offset, out var percents))
                ReadText();
            else if (percents == 0)
                ReadCode();
            else
                ReadEscapeBlock(percents);
        }
        _tokens.Add(new Token(TokenType.End, _cursor.SpanHere(), "<eof>"));
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

    private void Emit(TokenType type, TextPosition start, string? value = null)
    {
        var span = _cursor.SpanFrom(start);
        _tokens.Add(new Token(type, span, span.In(_cursor.Text), value));
    }

    private void Error(SourceSpan span, string message) => _errors.Add(new LogMessage(ParserMessageType.Error, span, message));
}
