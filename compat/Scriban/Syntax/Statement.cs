using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node that is run for its effect, mostly for what it prints.</summary>
internal abstract record Statement(SourceSpan Span) : Node(Span);
