namespace Scriban.Parsing;

/// <summary>How the text of a template is cut into tokens. The stand-in knows the defaults only.</summary>
public record LexerOptions
{
    /// <summary>The options used when none are given.</summary>
    public static readonly LexerOptions Default = new();
}
