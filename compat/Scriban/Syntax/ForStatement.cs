using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A loop over the values of a sequence.</summary>
internal sealed record ForStatement(SourceSpan Span, string Variable, Expression Sequence, BlockStatement Body)
    : Statement(Span);
