using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of the syntax tree of a template.</summary>
/// <param name="Span">What part of the text it is.</param>
internal abstract record Node(SourceSpan Span);
