using System.Collections;
using System.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The built-in functions of <c>array</c>.</summary>
internal static class ArrayFunctions
{
    private const string LoopKind = "internal iteration";

    private static readonly DelegateFunction SizeFunction = new(Size);
    private static readonly DelegateFunction JoinFunction = new(Join);

    public static ScriptObject Create()
    {
        var functions = new ScriptObject();
        functions.SetValue("size", SizeFunction, readOnly: true);
        functions.SetValue("join", JoinFunction, readOnly: true);
        return functions;
    }

    private static int Size(TemplateContext context, SourceSpan span, IEnumerable? list) => list switch
    {
        null => 0,
        ICollection collection => collection.Count,
        _ => Counted(context, span, list).Count(),
    };

    /// <summary>Joins the texts of the values; the stand-in knows no way to name a function, so the last argument must be null.</summary>
    private static string Join(TemplateContext context, SourceSpan span, IEnumerable? list, string? delimiter, object? function = null)
    {
        if (list is not null && function is not null)
            throw new ArgumentException($"The parameter `{function}` is not a function. Maybe prefix it with @?", nameof(function));

        var text = new StringBuilder();
        foreach (var (value, index) in Counted(context, span, list ?? Array.Empty<object>()).Select((value, index) => (value, index)))
        {
            if (index > 0)
                Append(delimiter);
            Append(context.ValueText.Of(value));
        }
        return text.ToString();

        void Append(string? part)
        {
            if (context.LimitToString > 0 && part?.Length > 0 && text.Length + (long)part.Length > context.LimitToString)
                throw new ScriptRuntimeException(span, $"Joined string exceeds LimitToString `{context.LimitToString}`.");
            text.Append(part);
        }
    }

    /// <summary>The values of a list, each counted as a round of a loop.</summary>
    private static IEnumerable<object?> Counted(TemplateContext context, SourceSpan span, IEnumerable list)
    {
        context.LoopBudget.Enter();
        try
        {
            foreach (var value in list)
            {
                context.LoopBudget.Step(span, LoopKind);
                yield return value;
            }
        }
        finally
        {
            context.LoopBudget.Exit();
        }
    }
}
