using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ModelPipeline.Cards;

/// <summary>Finds templates: in the user's folder first, then among the embedded ones.</summary>
internal sealed class TemplateSource(string overrides) : ITemplateLoader
{
    private const string Extension = ".sbn";
    private static readonly Assembly Embedded = typeof(TemplateSource).Assembly;

    public TemplateFile Find(string name)
    {
        if (name.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz-") >= 0)
            throw new InputException($"'{QuotedText.Escape(name)}' is no template's name: lower-case letters and dashes only.");
        var file = Path.Combine(overrides, name + Extension);
        if (File.Exists(file))
            return new TemplateFile(file, File.ReadAllText(file).ReplaceLineEndings("\n"));
        using var stream = Embedded.GetManifestResourceStream(name + Extension)
            ?? throw new InputException($"There is no template '{name}': neither {file} nor an embedded one ({string.Join(", ", Names())}).");
        using var reader = new StreamReader(stream);
        return new TemplateFile(name + Extension, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>The digest of every template, since they include one another, and of what interprets them.</summary>
    public Digest Identity()
    {
        var texts = Names().Order(StringComparer.Ordinal).Select(name => $"{name}\0{Digest.Of(Find(name).Text)}");
        return Digest.Of(string.Join('\n', texts));
    }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => Find(templatePath).Text;

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult<string?>(Find(templatePath).Text);

    private static IEnumerable<string> Names() =>
        Embedded.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length]);
}
