using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The value of a variable, or of the call of a function without arguments.</summary>
internal sealed record VariableExpression(SourceSpan Span, string Name) : Expression(Span);
