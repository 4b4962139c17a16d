using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A function and its arguments.</summary>
/// <param name="Span">The whole of it.</param>
/// <param name="Target">The function.</param>
/// <param name="Arguments">Its arguments, without a piped one.</param>
/// <param name="Source">The text of the template.</param>
internal sealed record CallExpression(SourceSpan Span, Expression Target, IReadOnlyList<Expression> Arguments, string Source)
    : Expression(Span);
