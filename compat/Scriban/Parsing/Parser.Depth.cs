using System.Runtime.CompilerServices;

namespace Scriban.Parsing;

/// <content>Keeps hostile templates from exhausting the stack.</content>
internal sealed partial class Parser
{
    private int _depth;

    private void Enter()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new SyntaxErrorException(Previous.Span, "The parser recursive depth limit was reached near a stack overflow") { IsFatal = true };

        _depth++;
        var limit = _options.ExpressionDepthLimit;
        if (limit > 0 && _depth > limit)
            throw new SyntaxErrorException(Previous.Span, $"The statement depth limit `{limit}` was reached when parsing this statement") { IsFatal = true };
    }

    /// <summary>Restores the depth when it is left.</summary>
    private DepthScope KeepDepth() => new(this);

    private readonly struct DepthScope(Parser parser) : IDisposable
    {
        private readonly int _depth = parser._depth;

        public void Dispose() => parser._depth = _depth;
    }
}
