using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Two values and an operator between them.</summary>
internal sealed record BinaryExpression(SourceSpan Span, Expression Left, BinaryOperator Operator, SourceSpan OperatorSpan, Expression Right)
    : Expression(Span);
