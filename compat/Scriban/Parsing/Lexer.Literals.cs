using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

/// <content>Numbers and strings.</content>
internal sealed partial class Lexer
{
    private void ReadNumber(TextPosition start)
    {
        _cursor.AdvanceWhile(char.IsAsciiDigit);
        var hasFraction = _cursor.Current == '.' && char.IsAsciiDigit(_cursor.Peek(1));
        if (hasFraction)
        {
            _cursor.Advance();
            _cursor.AdvanceWhile(char.IsAsciiDigit);
        }
        var isPlain = !IsIdentifierPart(_cursor.Current);
        _cursor.AdvanceWhile(IsIdentifierPart);
        if (!isPlain)
            Emit(TokenType.UnsupportedLiteral, start, "a number with a prefix, a separator, an exponent or a suffix");
        else if (hasFraction)
            Emit(TokenType.UnsupportedLiteral, start, "a number with a fraction");
        else
            Emit(TokenType.Integer, start);
    }

    private void ReadString(TextPosition start)
    {
        var quote = _cursor.Current;
        var value = new StringBuilder();
        _cursor.Advance();
        while (!_cursor.AtEnd && _cursor.Current != quote)
        {
            if (_cursor.Current == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(_cursor.Current);
                _cursor.Advance();
            }
        }
        CloseQuote(quote.ToString(), "string");
        Emit(TokenType.String, start, value.ToString());
    }

    private void ReadEscape(StringBuilder value)
    {
        _cursor.Advance();
        if (_cursor.Current is 'u' or 'x')
        {
            ReadHexEscape(value, _cursor.Current == 'u' ? 4 : 2);
            return;
        }
        var position = "'\"\\0bfnrtv".IndexOf(_cursor.Current, StringComparison.Ordinal);
        if (position < 0)
        {
            Error(_cursor.SpanHere(), $"Unexpected escape character `{EscapedText.Of(_cursor.Current.ToString())}` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed");
            return;
        }
        value.Append("'\"\\\0\b\f\n\r\t\v"[position]);
        _cursor.Advance();
    }

    private void ReadHexEscape(StringBuilder value, int digits)
    {
        var kind = _cursor.Current;
        _cursor.Advance();
        var code = 0;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(_cursor.Current))
            {
                var range = kind == 'u' ? "`\\u0000` to `\\uffff`." : "`\\x00` to `\\xff`";
                Error(_cursor.SpanHere(), $"Unexpected hex number `{EscapedText.Of(_cursor.Current.ToString())}` following `\\{kind}`. Expecting {range}");
                return;
            }
            code = (code * 16) + int.Parse(_cursor.Current.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            _cursor.Advance();
        }
        value.Append((char)code);
    }

    /// <summary>Reads a kind of string that the stand-in refuses.</summary>
    private void ReadQuoted(TextPosition start, string quote, string name)
    {
        _cursor.Advance();
        while (!_cursor.AtEnd && !_cursor.StartsWith(quote))
            _cursor.Advance(_cursor.Current == '\\' && quote != "`" ? 2 : 1);
        CloseQuote(quote, name);
        Emit(TokenType.UnsupportedLiteral, start, name);
    }

    private void CloseQuote(string quote, string name)
    {
        if (_cursor.AtEnd)
            Error(_cursor.SpanBefore(), $"Unexpected end of file while parsing a {name} not terminated by a {quote}");
        else
            _cursor.Advance();
    }
}
