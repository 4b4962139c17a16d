using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>Statements with blocks: <c>if</c> and <c>for</c>.</content>
internal sealed partial class Parser
{
    private IfStatement ParseIf()
    {
        var start = Current.Span;
        var branches = new List<IfBranch> { ParseIfBranch(Construct.If) };
        BlockStatement? otherwise = null;
        while (Current.IsWord("else") && otherwise is null)
        {
            Take();
            if (Current.IsWord("if"))
                branches.Add(ParseIfBranch(Construct.ElseIf));
            else
                otherwise = ParseElse();
        }
        TakeEnd();
        return new IfStatement(start.To(Previous.Span), branches, otherwise);
    }

    private IfBranch ParseIfBranch(string construct)
    {
        var start = Take().Span;
        Uses(construct);
        Expression condition = new LiteralExpression(start, null);
        ParseHead(() => condition = ExpectExpression(SyntaxForm.If));
        return new IfBranch(start, condition, ParseBlock(SyntaxForm.If));
    }

    private BlockStatement ParseElse()
    {
        Uses(Construct.Else);
        ParseHead(() => { });
        return ParseBlock(SyntaxForm.Else);
    }

    private ForStatement ParseFor()
    {
        var start = Take().Span;
        Uses(Construct.For);
        var variable = "";
        Expression sequence = new LiteralExpression(start, null);
        ParseHead(() =>
        {
            variable = ExpectLoopVariable(start);
            sequence = ExpectForSequence();
        });
        var body = ParseBlock(SyntaxForm.For);
        RefuseElseOfFor();
        TakeEnd();
        return new ForStatement(start.To(Previous.Span), variable, sequence, body);
    }

    /// <summary>Reads what stands between a keyword and its block; after an error the block is read all the same.</summary>
    private void ParseHead(Action parse)
    {
        try
        {
            parse();
            ExpectEndOfStatement();
        }
        catch (SyntaxErrorException error) when (!error.IsFatal)
        {
            Recover(error);
        }
    }

    private string ExpectLoopVariable(SourceSpan forSpan)
    {
        if (Current.Type != TokenType.Identifier || Next.Is("."))
            throw new SyntaxErrorException(forSpan, SyntaxForm.For.Failed($"Expecting a variable instead of `{Current.ForMessage()}`"));
        var variable = ParseVariable().Name;
        if (!Current.IsWord("in"))
            throw new SyntaxErrorException(forSpan, SyntaxForm.For.Failed($"Expecting 'in' word instead of `{Current.ForMessage()}`"));
        Take();
        return variable;
    }
}
