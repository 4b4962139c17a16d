using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <content>What a rendering keeps while it runs.</content>
public partial class TemplateContext
{
    internal Scopes Scopes { get; }

    internal Output Output { get; }

    internal LoopBudget LoopBudget { get; }

    internal ValueText ValueText { get; }

    internal ValueConversion Conversion { get; }

    /// <summary>The included templates by path.</summary>
    internal Dictionary<string, Template> Templates { get; } = [];

    /// <summary>How many calls have not come back yet.</summary>
    internal int CallDepth { get; set; }

    internal void ThrowIfCancelled(SourceSpan span)
    {
        if (CancellationToken.IsCancellationRequested)
            throw new ScriptAbortException(span, CancellationToken);
    }

    private static ScriptObject CreateBuiltins()
    {
        var builtins = new ScriptObject();
        builtins.SetValue("array", ArrayFunctions.Create(), readOnly: false);
        builtins.SetValue("include", new IncludeFunction(), readOnly: false);
        foreach (var name in Builtins.RefusedObjects)
            builtins.SetValue(name, RefusedBuiltin.Instance, readOnly: false);
        return builtins;
    }
}
