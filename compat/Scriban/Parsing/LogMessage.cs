namespace Scriban.Parsing;

/// <summary>One message about the text of a template.</summary>
public class LogMessage
{
    /// <summary>Creates a message.</summary>
    /// <param name="type">How bad it is.</param>
    /// <param name="span">What part of the template it is about.</param>
    /// <param name="message">Its text.</param>
    public LogMessage(ParserMessageType type, SourceSpan span, string message)
    {
        Type = type;
        Span = span;
        Message = message;
    }

    /// <summary>How bad it is.</summary>
    public ParserMessageType Type { get; set; }

    /// <summary>What part of the template it is about.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>Its text, without the place.</summary>
    public string Message { get; set; }

    /// <summary>The message as <c>file(line,column) : error : text</c>, line and column one-based.</summary>
    public override string ToString()
    {
        var type = Type == ParserMessageType.Error ? "error" : "warning";
        return $"{Span.ToStringSimple()} : {type} : {Message}";
    }
}
