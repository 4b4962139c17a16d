using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The objects in which variables are looked up, the last pushed first, and the loops that run on top of each.</summary>
internal sealed class Scopes(TemplateContext context, ScriptObject builtins)
{
    private readonly List<Frame> _frames = [new Frame(builtins)];

    private Frame Top => _frames[^1];

    public void Push(IScriptObject globals) => _frames.Add(new Frame(globals));

    public IScriptObject Pop()
    {
        if (_frames.Count == 1)
            throw new InvalidOperationException("Unexpected PopGlobal() not matching a PushGlobal");
        var popped = Top.Globals;
        _frames.RemoveAt(_frames.Count - 1);
        return popped;
    }

    public void Enter(LoopScope loop) => Top.Loops.Push(loop);

    public void ExitLoop() => Top.Loops.Pop();

    public bool TryGet(VariableExpression variable, out object? value)
    {
        for (var i = _frames.Count - 1; i >= 0; i--)
        {
            if (TryGet(_frames[i], variable, out value))
                return true;
        }
        value = null;
        return false;
    }

    public void Set(VariableExpression variable, object? value)
    {
        var store = Top.Globals;
        if (store.TrySetValue(context, variable.Span, variable.Name, value, readOnly: false))
            return;
        var kind = ReferenceEquals(store, builtins) ? "builtin " : "";
        throw new ScriptRuntimeException(variable.Span, $"Cannot set the {kind}readonly variable `{variable.Name}`");
    }

    private bool TryGet(Frame frame, VariableExpression variable, out object? value)
    {
        foreach (var loop in frame.Loops)
        {
            if (loop.Variable == variable.Name)
            {
                value = loop.Value;
                return true;
            }
        }
        return frame.Globals.TryGetValue(context, variable.Span, variable.Name, out value);
    }

    private sealed record Frame(IScriptObject Globals)
    {
        public Stack<LoopScope> Loops { get; } = new();
    }
}
