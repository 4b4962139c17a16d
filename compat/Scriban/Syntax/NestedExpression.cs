using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An expression in parentheses.</summary>
internal sealed record NestedExpression(SourceSpan Span, Expression Inner) : Expression(Span);
