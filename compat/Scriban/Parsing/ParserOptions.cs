namespace Scriban.Parsing;

/// <summary>How a template is parsed.</summary>
public record ParserOptions
{
    /// <summary>The options used when none are given.</summary>
    public static readonly ParserOptions Default = new();

    /// <summary>How deep blocks and expressions may be nested.</summary>
    /// <value>250; 0 for no limit.</value>
    public int ExpressionDepthLimit { get; init; } = 250;
}
