using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>Statements.</content>
internal sealed partial class Parser
{
    /// <summary>Reads a statement; null for what separates statements.</summary>
    private Statement? ParseStatement(List<Statement> statementsBefore)
    {
        switch (Current.Type)
        {
            case TokenType.Text:
                return new TextStatement(Current.Span, Take().Text);
            case TokenType.CodeEnter:
                return ParseEnter(statementsBefore.LastOrDefault());
            case TokenType.CodeExit:
                UsesWhitespaceMark(Current.Text[0]);
                return new CodeExitStatement(Take().Span);
            case TokenType.EscapeBlock:
                RefuseEscapeBlock();
                return null;
            case TokenType.NewLine:
                Take();
                return null;
            case TokenType.Operator when Current.Is(";"):
                Uses(Construct.Semicolon);
                Take();
                return null;
            case TokenType.Identifier:
                return ParseKeywordOrExpression();
            default:
                return ParseExpressionStatement();
        }
    }

    private CodeEnterStatement ParseEnter(Statement? before)
    {
        var enter = Take();
        UsesWhitespaceMark(enter.Text[^1]);
        return new CodeEnterStatement(enter.Span, before is TextStatement ? IndentBefore(before.Span.End.Offset) : "");
    }

    private void UsesWhitespaceMark(char mark)
    {
        if (mark == '-')
            Uses(Construct.GreedyWhitespace);
        if (mark == '~')
            Uses(Construct.LineWhitespace);
    }

    /// <summary>The blanks between the start of the line and a block, if there is nothing else.</summary>
    private string IndentBefore(int lastOffset)
    {
        var start = lastOffset;
        while (start >= 0 && _source[start] != '\n' && char.IsWhiteSpace(_source[start]))
            start--;
        var onlyBlanks = start < 0 || _source[start] == '\n';
        return onlyBlanks ? _source.Substring(start + 1, lastOffset - start) : "";
    }

    private Statement? ParseKeywordOrExpression()
    {
        switch (Current.Text)
        {
            case "if":
                return ParseIf();
            case "for" or "while" or "tablerow" when Next.Is("."):
                return ParseExpressionStatement();
            case "for":
                return ParseFor();
            case "while" or "tablerow" or "case" or "func" or "capture" or "with" or "wrap":
                RefuseBlockStatement();
                return null;
            case "import" or "readonly" or "ret" or "break" or "continue" or "when":
                throw Refused(Current.Span, $"`{Current.Text}`");
            default:
                return Next.Is("=") ? ParseAssignment() : ParseExpressionStatement();
        }
    }

    private AssignStatement ParseAssignment()
    {
        var target = ParseVariable();
        Take();
        Uses(Construct.Assignment);
        var value = ExpectExpression(SyntaxForm.Assign);
        ExpectEndOfStatement();
        return new AssignStatement(target.Span.To(value.Span), target, value);
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        if (!StartsExpression())
            throw new SyntaxErrorException(Current.Span, $"Unexpected token {Current.ForMessage()}");
        var expression = ParsePipeline();
        ExpectEndOfStatement();
        return new ExpressionStatement(expression.Span, expression);
    }
}
