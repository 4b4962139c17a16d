using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The end of a code block.</summary>
internal sealed record CodeExitStatement(SourceSpan Span) : Statement(Span);
