using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value written out in the template.</summary>
internal sealed record LiteralExpression(SourceSpan Span, object? Value) : Expression(Span);
