using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The built-in function <c>include</c>: gives the text of another template.</summary>
internal sealed class IncludeFunction : Function
{
    public override int RequiredCount => 1;

    public override int? MaximumCount => 1;

    public override Type ParameterType(int index) => typeof(string);

    public override int IndexOf(string? parameter) => -1;

    public override object Invoke(Interpreter interpreter, SourceSpan span, string text, IReadOnlyList<object?> arguments)
    {
        var path = PathOf(interpreter.Context, span, (string?)arguments[0]);
        var template = TemplateAt(interpreter.Context, span, path);
        interpreter.EnterCall(span, text);
        try
        {
            return interpreter.Context.Output.Capture(() => interpreter.Run(template));
        }
        finally
        {
            interpreter.ExitCall();
        }
    }

    private static string PathOf(TemplateContext context, SourceSpan span, string? name)
    {
        if (string.IsNullOrEmpty(name))
            throw new ScriptRuntimeException(span, "Include template name cannot be null or empty");
        if (context.TemplateLoader is not { } loader)
            throw new ScriptRuntimeException(span, $"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        try
        {
            return loader.GetPath(context, span, name)
                ?? throw new ScriptRuntimeException(span, $"Include template path is null for `{name}");
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while getting the path for the include name `{name}`", error);
        }
    }

    private static Template TemplateAt(TemplateContext context, SourceSpan span, string path)
    {
        if (context.Templates.TryGetValue(path, out var known))
            return known;
        var template = Template.Parse(Load(context, span, path), path);
        if (template.HasErrors)
            throw new ScriptParserRuntimeException(span, $"Error while parsing template `{path}`", template.Messages);
        return context.Templates[path] = template;
    }

    private static string Load(TemplateContext context, SourceSpan span, string path)
    {
        try
        {
            return context.TemplateLoader!.Load(context, span, path)
                ?? throw new ScriptRuntimeException(span, $"The result of including `{path}` cannot be null");
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while creating template from path `{path}`", error);
        }
    }
}
