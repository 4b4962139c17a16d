using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A rendering was cancelled.</summary>
public class ScriptAbortException : ScriptRuntimeException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="span">What was being rendered.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : this(span, "The operation was cancelled", cancellationToken)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="span">What was being rendered.</param>
    /// <param name="message">What to say.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public ScriptAbortException(SourceSpan span, string message, CancellationToken cancellationToken)
        : base(span, message) => CancellationToken = cancellationToken;

    /// <summary>The token that was cancelled.</summary>
    public CancellationToken CancellationToken { get; }
}
