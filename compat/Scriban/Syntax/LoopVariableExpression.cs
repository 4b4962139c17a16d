using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>What the innermost loop says about itself.</summary>
/// <param name="Span">The whole of it.</param>
/// <param name="MemberSpan">What comes after the dot.</param>
/// <param name="Member">What is asked: <c>index</c>, <c>first</c> or <c>last</c>.</param>
internal sealed record LoopVariableExpression(SourceSpan Span, SourceSpan MemberSpan, string Member) : Expression(Span);
