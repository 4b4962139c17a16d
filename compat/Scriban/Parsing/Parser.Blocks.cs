using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>Blocks: what stands between a statement and its <c>else</c> or <c>end</c>.</content>
internal sealed partial class Parser
{
    /// <summary>Reads statements up to the <c>else</c> or <c>end</c> of their owner, which is left for the owner.</summary>
    private BlockStatement ParseBlock(SyntaxForm owner)
    {
        using var depth = KeepDepth();
        Enter();
        var start = Current.Span;
        var statements = new List<Statement>();
        while (!AtBlockEnd(owner))
        {
            if (TryParseStatement(statements) is { } statement)
                statements.Add(statement);
        }
        return new BlockStatement(start.To(Previous.Span), statements);
    }

    private bool AtBlockEnd(SyntaxForm owner)
    {
        while (SkipsStrayWord(owner))
        {
        }
        if (Current.Type == TokenType.End && owner != SyntaxForm.Page)
            Report(Previous.Span, owner.Failed("The <end> statement was not found"));
        return Current.Type == TokenType.End || Current.IsWord("end") || Current.IsWord("else");
    }

    /// <summary>Reports and skips an <c>end</c> or <c>else</c> that belongs to nothing.</summary>
    private bool SkipsStrayWord(SyntaxForm owner)
    {
        var strayEnd = Current.IsWord("end") && owner == SyntaxForm.Page;
        var strayElse = Current.IsWord("else") && (owner == SyntaxForm.Page || owner == SyntaxForm.Else);
        if (strayEnd)
        {
            var end = Current.Span;
            Report(new SourceSpan(end.FileName, end.End, end.End), owner.Failed("Found <end> statement without a corresponding beginning of a block"));
        }
        if (strayElse)
            Report(Current.Span, "A else condition must be preceded by another if/else/when condition or a for loop.");
        if (strayEnd || strayElse)
            SkipStatement();
        if (strayElse && owner == SyntaxForm.Page)
            SkipRefusedBlock("else");
        return strayEnd || strayElse;
    }

    private void TakeEnd()
    {
        if (!Current.IsWord("end"))
            return;
        Take();
        ExpectEndOfStatement();
    }

    private Statement? TryParseStatement(List<Statement> statementsBefore)
    {
        try
        {
            return ParseStatement(statementsBefore);
        }
        catch (SyntaxErrorException error) when (!error.IsFatal)
        {
            Recover(error);
            return null;
        }
    }

    private void Recover(SyntaxErrorException error)
    {
        Report(error.Span, error.Message);
        SkipStatement();
        if (error.OpensBlock)
            SkipRefusedBlock("do");
    }

    private void SkipStatement()
    {
        while (!Current.EndsStatement)
            Take();
    }

    private void ExpectEndOfStatement()
    {
        if (!Current.EndsStatement)
            throw new SyntaxErrorException(Current.Span, $"Invalid token found `{Current.ForMessage()}`. Expecting <EOL>/end of line.");
    }
}
