using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template failed while it was rendered.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="span">What part of the template failed.</param>
    /// <param name="message">Why.</param>
    public ScriptRuntimeException(SourceSpan span, string message)
        : this(span, message, null)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="span">What part of the template failed.</param>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What caused it.</param>
    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
        : base(message, innerException) => Span = span;

    /// <summary>What part of the template failed.</summary>
    public SourceSpan Span { get; }

    /// <summary>Place and reason as <c>file(line,column) : error : text</c>, line and column one-based.</summary>
    public override string Message => new LogMessage(ParserMessageType.Error, Span, base.Message).ToString();

    /// <summary>The reason without the place.</summary>
    public string OriginalMessage => base.Message;

    /// <summary>The same as <see cref="Message"/>: a template's mistake has no stack trace.</summary>
    public override string ToString() => Message;
}
