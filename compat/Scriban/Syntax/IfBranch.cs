using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A condition and what runs when it holds.</summary>
internal sealed record IfBranch(SourceSpan Span, Expression Condition, BlockStatement Body) : Node(Span);
