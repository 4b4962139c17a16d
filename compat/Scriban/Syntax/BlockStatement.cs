using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Statements that run one after the other.</summary>
internal sealed record BlockStatement(SourceSpan Span, IReadOnlyList<Statement> Statements) : Statement(Span);
