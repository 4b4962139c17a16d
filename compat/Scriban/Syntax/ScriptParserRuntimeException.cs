using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An included template has errors.</summary>
internal sealed class ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
    : ScriptRuntimeException(span, message)
{
    /// <inheritdoc/>
    public override string Message => $"{base.Message} Parser messages:\n {parserMessages}";
}
