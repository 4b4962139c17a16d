using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Counts the rounds of nested loops together, from the start of the outermost to its end.</summary>
internal sealed class LoopBudget(TemplateContext context)
{
    private int _depth;
    private long _rounds;

    public void Enter()
    {
        if (_depth++ == 0)
            _rounds = 0;
    }

    public void Exit() => _depth--;

    /// <summary>Counts a round.</summary>
    /// <param name="span">The loop.</param>
    /// <param name="kind">What messages call it.</param>
    /// <exception cref="ScriptRuntimeException">There were more rounds than the context allows.</exception>
    public void Step(SourceSpan span, string kind)
    {
        context.ThrowIfCancelled(span);
        _rounds++;
        if (context.LoopLimit != 0 && _rounds > context.LoopLimit)
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{context.LoopLimit}` for {kind}.");
    }
}
