using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Compat.Scriban.Tests;

/// <summary>Renders small templates named <c>t.sbn</c>.</summary>
internal static class Rendering
{
    public const string Name = "t.sbn";

    public static string Render(string template, ScriptObject? model = null, Action<TemplateContext>? configure = null)
    {
        var context = new TemplateContext();
        context.PushGlobal(model ?? []);
        configure?.Invoke(context);
        return Template.Parse(template, Name).Render(context);
    }

    /// <summary>What a rendering that fails says.</summary>
    public static string FailureOf(string template, ScriptObject? model = null, Action<TemplateContext>? configure = null) =>
        Should.Throw<ScriptRuntimeException>(() => Render(template, model, configure)).Message;

    /// <summary>What is wrong with a template.</summary>
    public static IReadOnlyList<string> ErrorsOf(string template) =>
        [.. Template.Parse(template, Name).Messages.Select(message => message.ToString())];
}
