using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Runs the syntax tree of a template.</summary>
internal sealed partial class Interpreter(TemplateContext context)
{
    private readonly Comparison _comparison = new(context);
    private readonly MemberReader _members = new(context);

    public TemplateContext Context => context;

    public void Run(Template template) => Run(template.Page);

    /// <summary>Counts a call that has not come back yet.</summary>
    /// <param name="span">Where the template calls.</param>
    /// <param name="text">The call as messages show it.</param>
    /// <exception cref="ScriptRuntimeException">There are more than the context allows.</exception>
    public void EnterCall(SourceSpan span, string text)
    {
        ProtectStack(span);
        context.CallDepth++;
        if (context.RecursiveLimit != 0 && context.CallDepth > context.RecursiveLimit)
        {
            context.CallDepth--;
            throw new ScriptRuntimeException(span, $"Exceeding number of recursive depth limit `{context.RecursiveLimit}` for node: `{text}`");
        }
    }

    public void ExitCall() => context.CallDepth--;

    private static void ProtectStack(SourceSpan span)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptRuntimeException(span, "Exceeding recursive depth limit, near to stack overflow");
    }
}
