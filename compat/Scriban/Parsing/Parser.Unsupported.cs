using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>What the real package knows and the stand-in refuses.</content>
internal sealed partial class Parser
{
    private static SyntaxErrorException Refused(SourceSpan span, string construct) => new(span, RefusalOf(construct));

    private static string RefusalOf(string construct) =>
        $"{construct} is not supported by this stand-in of Scriban: write it with what docs/templates.md lists, or build with -p:UseNuGetPackages=true for the whole language";

    private void RefuseBlockStatement()
    {
        var keyword = Take();
        Report(keyword.Span, RefusalOf($"`{keyword.Text}`"));
        SkipStatement();
        SkipRefusedBlock(keyword.Text);
    }

    private void SkipRefusedBlock(string keyword)
    {
        ParseBlock(SyntaxForm.Refused(keyword));
        while (Current.IsWord("else"))
        {
            SkipStatement();
            ParseBlock(SyntaxForm.Refused(keyword));
        }
        SkipStatement();
    }

    private void RefuseEscapeBlock() => Report(Take().Span, RefusalOf("`{%{` (an escape block)"));

    private void RefuseElseOfFor()
    {
        if (!Current.IsWord("else"))
            return;
        Report(Current.Span, RefusalOf("`else` of a `for`"));
        SkipStatement();
        ParseBlock(SyntaxForm.Else);
    }

    private void RefusePipeOverLines()
    {
        if (Current.Type == TokenType.NewLine)
            throw Refused(Previous.Span, "`|` at the end of a line (a pipe over lines)");
    }

    /// <summary>Refuses the token here if it belongs to a construct that only the real package has.</summary>
    private void RefuseUnsupportedOperator()
    {
        if (Current.Type != TokenType.Operator)
            return;
        var construct = Current.Text switch
        {
            "!" or "&&" or "<" or "<=" or ">=" or "+" or "-" or "*" or "/" or "//" or "%" => $"the operator `{Current.Text}`",
            "+=" or "-=" or "*=" or "/=" or "//=" or "%=" => $"the assignment `{Current.Text}`",
            "++" or "--" => $"the operator `{Current.Text}`",
            ".." or "..<" => $"`{Current.Text}` (a range)",
            "?" => "`? :` (a conditional expression) or `.empty?`",
            "?." => "`?.` (a member of something that may be null)",
            "?!" => "the operator `?!`",
            "|>" => "the pipe `|>`",
            ":" => "`:` (a named argument)",
            "[" when TouchesPrevious() => "`[` (an indexer)",
            "[" => "`[` (an array literal)",
            "{" => "`{` (an object literal)",
            _ => null,
        };
        if (construct is not null)
            throw Refused(Current.Span, construct);
    }

    private void RefuseCallInParentheses()
    {
        if (Current.Is("(") && TouchesPrevious())
            throw Refused(Current.Span, "`(` without a blank before it (a call with its arguments in parentheses)");
    }

    /// <summary>Whether nothing stands between this token and a name or value before it.</summary>
    private bool TouchesPrevious() =>
        Current.Span.Start.Offset == Previous.Span.End.Offset + 1
        && (Previous.Type is TokenType.Identifier or TokenType.Integer or TokenType.String || Previous.Is(")"));

    private void RefuseUnsupportedOperand()
    {
        var construct = (Current.Type, Current.Text) switch
        {
            (TokenType.LocalVariable, var name) => $"`{name}` (a local variable or an argument)",
            (TokenType.UnsupportedLiteral, _) => Current.Value,
            (TokenType.Operator, "-" or "+") => $"the operator `{Current.Text}` before a single value",
            (TokenType.Operator, "@") => "`@` (a function that is not called)",
            (TokenType.Operator, "^") => "`^` (a list as arguments)",
            (TokenType.Identifier, "do") => "`do`",
            (TokenType.Identifier, "true" or "false" or "null") => $"the literal `{Current.Text}`",
            (TokenType.Identifier, var name) when Builtins.RefusedGlobals.Contains(name) => $"`{name}`",
            (TokenType.Identifier, "for" or "while" or "tablerow") when Next.Is(".") => $"`{Current.Text}.` (what a loop says about itself)",
            (TokenType.Identifier, var name) when IsKeyword(name) => $"the keyword `{name}` as a variable",
            _ => null,
        };
        if (construct is not null)
            throw new SyntaxErrorException(Current.Span, RefusalOf(construct)) { OpensBlock = Current.IsWord("do") };
    }

    private static void RefuseIncludeArguments(CallExpression call, int pipedCount)
    {
        if (call.Target is VariableExpression { Name: "include" } && call.Arguments.Count + pipedCount > 1)
            throw Refused(call.Arguments[^1].Span, "`include` with arguments for the template");
    }

    private static bool IsKeyword(string name) => name is
        "if" or "else" or "end" or "for" or "in" or "case" or "when" or "while" or "break" or "continue" or "func" or "ret"
        or "import" or "readonly" or "with" or "capture" or "wrap" or "do" or "tablerow";
}
