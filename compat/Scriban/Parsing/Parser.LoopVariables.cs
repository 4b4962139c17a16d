using Scriban.Syntax;

namespace Scriban.Parsing;

/// <content><c>for.index</c>, <c>for.first</c> and <c>for.last</c>.</content>
internal sealed partial class Parser
{
    private LoopVariableExpression ParseLoopVariable()
    {
        var loop = Take();
        Take();
        var member = Current;
        var name = $"for.{member.Text}";
        if (member.Type == TokenType.Identifier && !Construct.LoopVariables.Contains(member.Text))
            throw member.Text is "rindex" or "even" or "odd" or "changed" or "length"
                ? Refused(loop.Span, $"`{name}`")
                : new SyntaxErrorException(loop.Span, $"The loop variable <{name}> is not supported");
        if (member.Type != TokenType.Identifier)
            throw new SyntaxErrorException(loop.Span, "Invalid token `.`. The loop variable <for> dot must be followed by an identifier");
        Uses(Construct.LoopVariable(member.Text));
        Take();
        return new LoopVariableExpression(loop.Span.To(member.Span), member.Span, member.Text);
    }
}
