using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The first branch whose condition holds, or else the last one.</summary>
internal sealed record IfStatement(SourceSpan Span, IReadOnlyList<IfBranch> Branches, BlockStatement? Else) : Statement(Span);
