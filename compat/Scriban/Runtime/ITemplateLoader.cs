using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    /// <summary>Turns a name into a path; templates are parsed once a path and context.</summary>
    /// <param name="context">The rendering that includes it.</param>
    /// <param name="callerSpan">Where the template includes it.</param>
    /// <param name="templateName">The name after <c>include</c>.</param>
    string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>Reads the text of a template.</summary>
    /// <param name="context">The rendering that includes it.</param>
    /// <param name="callerSpan">Where the template includes it.</param>
    /// <param name="templatePath">What <see cref="GetPath"/> gave.</param>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    /// <summary>Reads the text of a template; the stand-in renders synchronously and never calls it.</summary>
    /// <param name="context">The rendering that includes it.</param>
    /// <param name="callerSpan">Where the template includes it.</param>
    /// <param name="templatePath">What <see cref="GetPath"/> gave.</param>
    ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
