using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ModelPipeline.Cards;

/// <summary>Renders documents with Scriban: embedded templates, of which a file of the same name in a folder takes precedence.</summary>
/// <param name="overrides">The folder of the user's own templates; it need not exist.</param>
public sealed class ScribanDocumentRenderer(string overrides) : IDocumentRenderer
{
    private const int MostIterations = 1_000_000;
    private const int MostCharacters = 16 * 1024 * 1024;
    private const int DeepestInclude = 16;

    private readonly TemplateSource _source = new(overrides);

    /// <inheritdoc/>
    public string Render(string template, object document, CancellationToken cancellation)
    {
        var file = _source.Find(template);
        var parsed = Template.Parse(file.Text, file.Path);
        if (parsed.HasErrors)
            throw new InputException($"{parsed.Messages}".TrimEnd());
        try
        {
            var text = parsed.Render(Context(document, cancellation));
            return text.Length < MostCharacters
                ? text
                : throw new InputException($"{file.Path}: the document is longer than {MostCharacters >> 20} million characters.");
        }
        catch (ScriptAbortException)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (ScriptRuntimeException fault)
        {
            var cause = fault.InnerException is InputException inner ? $"\n{inner.Message}" : "";
            throw new InputException($"{fault.Message}{cause}", fault);
        }
    }

    /// <inheritdoc/>
    public Digest Identity(string template)
    {
        _source.Find(template);
        return _source.Identity();
    }

    private TemplateContext Context(object document, CancellationToken cancellation)
    {
        var globals = new ScriptObject();
        globals.Import(document);
        globals.Import("md", (Func<string?, string>)Escape.Markdown);
        globals.Import("yaml", (Func<string?, string>)Escape.Yaml);
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            AutoIndent = false,
            LoopLimit = MostIterations,
            LimitToString = MostCharacters,
            RecursiveLimit = DeepestInclude,
            NewLine = "\n",
            TemplateLoader = _source,
            CancellationToken = cancellation,
        };
        context.PushGlobal(globals);
        return context;
    }
}
