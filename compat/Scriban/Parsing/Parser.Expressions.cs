using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>Pipes, calls and operators.</content>
internal sealed partial class Parser
{
    private const int LowestPrecedence = 0;

    private bool StartsExpression() => Current.Type is
        TokenType.Identifier or TokenType.LocalVariable or TokenType.Integer or TokenType.String or TokenType.UnsupportedLiteral
        || (Current.Type == TokenType.Operator && Current.Text is "!" or "-" or "+" or "@" or "^" or "++" or "--" or "(" or "[" or "{");

    private Expression ExpectExpression(SyntaxForm form)
    {
        if (!StartsExpression())
            throw Expected(form, "Expecting <expression>");
        return ParsePipeline();
    }

    /// <summary>Reads the sequence of a loop, after which the real package takes a name for an option.</summary>
    private Expression ExpectForSequence()
    {
        if (!StartsExpression())
            throw Expected(SyntaxForm.For, "Expecting <expression>");
        return ParsePipelineAfter(ParseOperators(LowestPrecedence, CallMode.ForSequence));
    }

    /// <summary>Reads <c>a</c>, <c>a | f</c>, <c>a | f b | g</c>…</summary>
    private Expression ParsePipeline() => ParsePipelineAfter(ParseOperators(LowestPrecedence, CallMode.Allowed));

    private Expression ParsePipelineAfter(Expression first)
    {
        using var depth = KeepDepth();
        var value = first;
        while (Current.Is("|"))
        {
            Enter();
            Take();
            Uses(Construct.Pipe);
            RefusePipeOverLines();
            if (!StartsExpression())
                throw Expected(SyntaxForm.Pipe, "Expecting <expression>");
            var call = AsPipeTarget(ParseOperators(LowestPrecedence, CallMode.Allowed));
            RefuseIncludeArguments(call, pipedCount: 1);
            value = new PipeExpression(value.Span.To(call.Span), value, call);
        }
        return value;
    }

    private CallExpression AsPipeTarget(Expression target) => target switch
    {
        CallExpression call => call,
        VariableExpression or MemberExpression => NewCall(target, []),
        LiteralExpression literal => NewCall(literal, []),
        _ => throw Refused(target.Span, "a pipe into anything but a function and its arguments"),
    };

    /// <summary>Reads operands with operators that bind tighter than the given one, and calls.</summary>
    private Expression ParseOperators(int precedence, CallMode mode)
    {
        using var depth = KeepDepth();
        Enter();
        Expression? target = null;
        var arguments = new List<Expression>();
        while (true)
        {
            var operandMode = target is null ? mode : CallMode.Argument;
            var operand = ParseBinary(ParseOperand(), precedence, operandMode);
            if (target is null)
                target = operand;
            else
                arguments.Add(operand);

            if (mode == CallMode.Argument || !StartsExpression())
                return arguments.Count == 0 ? target : NewCall(target, arguments);
            if (mode == CallMode.ForSequence && Current.Type == TokenType.Identifier)
                throw Refused(Current.Span, $"`{Current.Text}` (an option of `for`)");
        }
    }

    private Expression ParseBinary(Expression first, int precedence, CallMode mode)
    {
        var left = first;
        while (true)
        {
            RefuseUnsupportedOperator();
            RefuseCallInParentheses();
            ReportNestedAssignment(left);
            if (!BinaryOperators.TryParse(OperatorText(), out var @operator, out var operatorPrecedence) || operatorPrecedence <= precedence)
                return left;
            Enter();
            var span = Take().Span;
            Uses(Construct.Operator(@operator));
            if (!StartsExpression())
                throw Expected(SyntaxForm.Binary, "Expecting an <expression> to the right of the operator");
            var right = ParseOperators(operatorPrecedence, mode == CallMode.Argument ? CallMode.Argument : CallMode.Allowed);
            left = new BinaryExpression(left.Span.To(right.Span), left, @operator, span, right);
        }
    }

    private string OperatorText() => Current.Type == TokenType.Operator ? Current.Text : "";

    /// <summary>Reports an assignment inside an expression and reads on behind it.</summary>
    private void ReportNestedAssignment(Expression target)
    {
        if (!Current.Is("="))
            return;
        Report(target.Span, target is MemberExpression
            ? RefusalOf("an assignment to anything but a variable")
            : SyntaxForm.Assign.Failed("Expression is only allowed for a top level assignment"));
        Take();
        ExpectExpression(SyntaxForm.Assign);
    }

    private CallExpression NewCall(Expression target, IReadOnlyList<Expression> arguments)
    {
        if (arguments.Count > 0)
            Uses(Construct.Call);
        var call = new CallExpression(target.Span.To(arguments.Count > 0 ? arguments[^1].Span : target.Span), target, arguments, _source);
        RefuseIncludeArguments(call, pipedCount: 0);
        return call;
    }
}
