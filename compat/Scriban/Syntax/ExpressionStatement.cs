using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An expression whose value is printed.</summary>
internal sealed record ExpressionStatement(SourceSpan Span, Expression Expression) : Statement(Span);
