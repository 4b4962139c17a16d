using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The opposite of a truth value.</summary>
internal sealed record NotExpression(SourceSpan Span, Expression Operand) : Expression(Span);
