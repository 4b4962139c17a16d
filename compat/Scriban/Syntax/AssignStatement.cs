using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A variable that is given a value.</summary>
internal sealed record AssignStatement(SourceSpan Span, VariableExpression Target, Expression Value) : Statement(Span);
