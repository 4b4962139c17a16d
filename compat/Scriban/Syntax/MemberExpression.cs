using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A member of an object.</summary>
/// <param name="Span">The whole of it.</param>
/// <param name="Target">The object.</param>
/// <param name="Member">The name after the dot.</param>
/// <param name="MemberSpan">Where the name stands.</param>
/// <param name="Source">The text of the template.</param>
internal sealed record MemberExpression(SourceSpan Span, Expression Target, string Member, SourceSpan MemberSpan, string Source)
    : Expression(Span);
