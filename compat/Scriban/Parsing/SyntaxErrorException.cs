namespace Scriban.Parsing;

/// <summary>Leaves the statement that has an error; the parser notes the error and goes on after the statement.</summary>
internal sealed class SyntaxErrorException(SourceSpan span, string message) : Exception(message)
{
    public SourceSpan Span { get; } = span;

    /// <summary>Whether the error starts a block that ends with <c>end</c>.</summary>
    public bool OpensBlock { get; init; }

    /// <summary>Whether nothing after the error is worth reading.</summary>
    public bool IsFatal { get; init; }
}
