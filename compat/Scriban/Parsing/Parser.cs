using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Turns a template into a syntax tree. After an error it goes on with the next statement, so that all are found.</summary>
internal sealed partial class Parser
{
    private readonly string _source;
    private readonly ParserOptions _options;
    private readonly List<Token> _tokens = [];
    private readonly LogMessageBag _messages = new();
    private readonly HashSet<string> _constructs = [];
    private int _position;

    private Parser(string text, ParserOptions options)
    {
        _source = text;
        _options = options;
    }

    private Token Current => _tokens[_position];

    private Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    private Token Previous => _tokens[Math.Max(_position - 1, 0)];

    public static ParsedTemplate Parse(string text, string fileName, ParserOptions options)
    {
        var parser = new Parser(text, options);
        var (tokens, errors) = Lexer.Read(text, fileName);
        parser.Accept(tokens);
        var page = parser.ParsePage();
        parser._messages.AddRange(errors);
        return new ParsedTemplate(page, parser._messages, parser._constructs);
    }

    /// <summary>Takes the tokens over, without the comments.</summary>
    private void Accept(IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Type != TokenType.Comment)
                _tokens.Add(token);
            else if (token.Text.StartsWith("##", StringComparison.Ordinal))
                Report(token.Span, RefusalOf("`##` (a comment that may have several lines)"));
            else
                Uses(Construct.Comment);
        }
    }

    private BlockStatement ParsePage()
    {
        try
        {
            return ParseBlock(SyntaxForm.Page);
        }
        catch (SyntaxErrorException error) when (error.IsFatal)
        {
            Report(error.Span, error.Message);
            return new BlockStatement(error.Span, []);
        }
    }

    private void Uses(string construct) => _constructs.Add(construct);

    private Token Take()
    {
        var token = Current;
        if (token.Type != TokenType.End)
            _position++;
        return token;
    }

    private void Report(SourceSpan span, string message) => _messages.Add(new LogMessage(ParserMessageType.Error, span, message));

    private SyntaxErrorException Expected(SyntaxForm form, string expectation) =>
        new(Current.Span, form.Failed($"{expectation} instead of `{Current.ForMessage()}`"));
}
