using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template; may be rendered at the same time by several threads, each with a context of its own.</summary>
public class Template
{
    private const string UnnamedSource = "<input>";

    private Template(ParsedTemplate parsed, string? sourceFilePath)
    {
        Page = parsed.Page;
        Messages = parsed.Messages;
        SourceFilePath = sourceFilePath;
    }

    /// <summary>The name that was given to <see cref="Parse"/>.</summary>
    public string? SourceFilePath { get; }

    /// <summary>Whether it cannot be rendered; <see cref="Messages"/> says why.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>What was found while parsing.</summary>
    public LogMessageBag Messages { get; }

    internal BlockStatement Page { get; }

    /// <summary>Parses a template. A bad one gives a template with errors, no exception.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="sourceFilePath">Its name, as messages show it; null for <c>&lt;input&gt;</c>.</param>
    /// <param name="parserOptions">How it is parsed; null for the defaults.</param>
    /// <param name="lexerOptions">How its text is cut into tokens; there are only the defaults.</param>
    public static Template Parse(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parsed = Parser.Parse(text, sourceFilePath ?? UnnamedSource, parserOptions ?? ParserOptions.Default);
        return new Template(parsed, sourceFilePath);
    }

    /// <summary>Renders the template.</summary>
    /// <param name="context">Its variables, limits and options.</param>
    /// <returns>The text it printed.</returns>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">It failed while it was rendered.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HasErrors)
            throw new InvalidOperationException($"This template has errors. Check the <Template.HasError> and <Template.Messages> before evaluating a template. Messages:\n{string.Join("\n", Messages)}");
        try
        {
            new Interpreter(context).Run(this);
        }
        catch
        {
            context.Output.TakeText();
            throw;
        }
        return context.Output.TakeText();
    }
}
