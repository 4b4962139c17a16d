using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Compat.Scriban.Tests;

/// <summary>Templates to include, by name; counts how often each is loaded.</summary>
internal sealed class Includes(params (string Name, string? Text)[] templates) : ITemplateLoader
{
    public List<string> Loaded { get; } = [];

    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        Loaded.Add(templatePath);
        return templates.Single(template => template.Name == templatePath).Text;
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult(Load(context, callerSpan, templatePath));
}
