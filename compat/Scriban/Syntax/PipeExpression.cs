using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value that becomes the first argument of a function.</summary>
internal sealed record PipeExpression(SourceSpan Span, Expression From, CallExpression To) : Expression(Span);
