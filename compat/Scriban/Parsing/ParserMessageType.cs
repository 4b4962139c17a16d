namespace Scriban.Parsing;

/// <summary>How bad a parser message is.</summary>
public enum ParserMessageType
{
    /// <summary>The template cannot be rendered.</summary>
    Error,

    /// <summary>The template can be rendered.</summary>
    Warning,
}
