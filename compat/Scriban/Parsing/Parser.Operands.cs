using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content>Literals, variables, members and parentheses.</content>
internal sealed partial class Parser
{
    private Expression ParseOperand()
    {
        RefuseUnsupportedOperand();
        RefuseUnsupportedOperator();
        return ParseMembers(ParseOperandWithoutMembers());
    }

    private Expression ParseOperandWithoutMembers() => Current.Type switch
    {
        TokenType.Integer => Literal(Construct.Integer, Integer(Current.Text)),
        TokenType.String => Literal(Construct.String, Current.Value),
        TokenType.Identifier => ParseVariable(),
        _ => ParseNested(),
    };

    private LiteralExpression Literal(string construct, object? value)
    {
        Uses(construct);
        return new LiteralExpression(Take().Span, value);
    }

    private static object Integer(string digits) => Numbers.Fit(BigInteger.Parse(digits, CultureInfo.InvariantCulture));

    private VariableExpression ParseVariable()
    {
        RefuseUnsupportedOperand();
        Uses(Current.Text == "include" ? "include" : Construct.Variable);
        return new VariableExpression(Current.Span, Take().Text);
    }

    private NestedExpression ParseNested()
    {
        var start = Take().Span;
        Uses(Construct.Parentheses);
        var inner = ExpectExpression(SyntaxForm.Nested);
        if (!Current.Is(")"))
            throw new SyntaxErrorException(Current.Span, $"Invalid token `{Current.ForMessage()}`. Expecting a closing `)`.");
        return new NestedExpression(start.To(Take().Span), inner);
    }

    private Expression ParseMembers(Expression first)
    {
        var target = first;
        while (Current.Is("."))
        {
            Take();
            if (Current.Type != TokenType.Identifier)
                throw new SyntaxErrorException(Current.Span, $"Invalid token `{Current.ForMessage()}`. The dot operator is expected to be followed by a plain identifier");
            UsesMember(target, Current);
            var member = Take();
            target = new MemberExpression(target.Span.To(member.Span), target, member.Text, member.Span, _source);
        }
        return target;
    }

    private void UsesMember(Expression target, Token member)
    {
        var name = target is VariableExpression variable ? $"{variable.Name}.{member.Text}" : "";
        if (Builtins.Supported.Contains(name))
            Uses(name);
        else if (target is VariableExpression { Name: var root } && Builtins.Contains(root, member.Text))
            throw Refused(target.Span, $"`{name}`");
        else
            Uses(Construct.Member);
    }
}
