namespace Scriban.Parsing;

/// <content>What stands between <c>{{</c> and <c>}}</c>.</content>
internal sealed partial class Lexer
{
    private static readonly string[] Operators =
    [
        "//=", "..<", "...",
        "|>", "==", "!=", "<=", ">=", "&&", "||", "??", "?!", "?.", "..", "++", "--", "+=", "-=", "*=", "/=", "%=", "<<", ">>", "//",
        "=", "!", "<", ">", "+", "-", "*", "/", "%", "|", "&", "?", ".", ":", ";", ",", "(", ")", "[", "]", "{", "}", "@", "^",
    ];

    /// <summary>Braces that are open inside the code; as long as there are any, <c>}}</c> does not end it.</summary>
    private int _openBraces;

    private void ReadCode()
    {
        var start = _cursor.Position;
        _cursor.Advance(2);
        if (_cursor.Current is '-' or '~')
            _cursor.Advance();
        Emit(TokenType.CodeEnter, start);
        _openBraces = 0;
        while (!_cursor.AtEnd && !AtCodeExit())
            ReadCodeToken();
        ReadCodeExit();
    }

    private bool AtCodeExit() =>
        _openBraces == 0 && (_cursor.StartsWith("}}") || _cursor.StartsWith("-}}") || _cursor.StartsWith("~}}"));

    private void ReadCodeToken()
    {
        var start = _cursor.Position;
        switch (_cursor.Current)
        {
            case '\n' or '\r':
                _cursor.Advance(_cursor.StartsWith("\r\n") ? 2 : 1);
                Emit(TokenType.NewLine, start);
                _cursor.AdvanceWhile(char.IsWhiteSpace);
                break;
            case var c when char.IsWhiteSpace(c):
                _cursor.Advance();
                break;
            case '#':
                ReadComment(start);
                break;
            case '"' or '\'':
                ReadString(start);
                break;
            case '`':
                ReadQuoted(start, "`", "a verbatim string");
                break;
            case '$' when _cursor.Peek(1) is '"' or '\'':
                _cursor.Advance();
                ReadQuoted(start, _cursor.Current.ToString(), "an interpolated string");
                break;
            case '$':
                _cursor.Advance();
                _cursor.AdvanceWhile(c => c == '$' || IsIdentifierPart(c));
                Emit(TokenType.LocalVariable, start);
                break;
            case var c when char.IsAsciiDigit(c):
                ReadNumber(start);
                break;
            case var c when IsIdentifierPart(c):
                _cursor.AdvanceWhile(IsIdentifierPart);
                Emit(TokenType.Identifier, start);
                break;
            default:
                ReadOperator(start);
                break;
        }
    }

    private void ReadComment(TextPosition start)
    {
        if (_cursor.Peek(1) == '#')
        {
            _cursor.Advance(2);
            while (!_cursor.AtEnd && !AtCodeExit() && !_cursor.StartsWith("##"))
                _cursor.Advance();
            if (_cursor.StartsWith("##"))
                _cursor.Advance(2);
        }
        else
        {
            while (!_cursor.AtEnd && !AtCodeExit() && _cursor.Current is not ('\n' or '\r'))
                _cursor.Advance();
        }
        Emit(TokenType.Comment, start);
    }

    private void ReadOperator(TextPosition start)
    {
        var symbol = Operators.FirstOrDefault(_cursor.StartsWith);
        _openBraces += symbol switch { "{" => 1, "}" when _openBraces > 0 => -1, _ => 0 };
        _cursor.Advance(symbol?.Length ?? 1);
        Emit(symbol is null ? TokenType.Invalid : TokenType.Operator, start);
    }

    private static bool IsIdentifierPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
