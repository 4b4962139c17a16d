using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The start of a code block.</summary>
/// <param name="Span">The braces.</param>
/// <param name="Indent">The blanks before it when nothing else precedes it on its line.</param>
internal sealed record CodeEnterStatement(SourceSpan Span, string Indent) : Statement(Span);
