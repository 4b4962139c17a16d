using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Text that is copied as it stands.</summary>
internal sealed record TextStatement(SourceSpan Span, string Text) : Statement(Span);
