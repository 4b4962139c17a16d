using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node that has a value.</summary>
internal abstract record Expression(SourceSpan Span) : Node(Span);
