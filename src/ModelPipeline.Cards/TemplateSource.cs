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
        if (!IsName(name))
            throw new InputException($"'{QuotedText.Escape(name)}' is no template's name: lower-case letters and dashes only.");
        var file = Path.Combine(overrides, name + Extension);
        if (File.Exists(file))
            return new TemplateFile(file, TextOf(file));
        using var stream = Embedded.GetManifestResourceStream(name + Extension)
            ?? throw new InputException($"There is no template '{name}': neither {file} nor an embedded one ({string.Join(", ", EmbeddedNames())}).");
        using var reader = new StreamReader(stream);
        return new TemplateFile(name + Extension, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>The digest of every template, since they include one another.</summary>
    public Digest Identity()
    {
        var texts = EmbeddedNames().Union(OverridingNames()).Order(StringComparer.Ordinal).Select(name => $"{name}\0{Digest.Of(Find(name).Text)}");
        return Digest.Of(string.Join('\n', texts));
    }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => Find(templateName).Path;

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        Find(Path.GetFileNameWithoutExtension(templatePath)).Text;

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));

    private static bool IsName(string name) => name.Length > 0 && name.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz-") < 0;

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The template {file} cannot be read: {fault.Message}", fault);
        }
    }

    private static IEnumerable<string> EmbeddedNames() =>
        Embedded.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length]);

    private IEnumerable<string> OverridingNames() => Directory.Exists(overrides)
        ? Directory.EnumerateFiles(overrides, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Where(IsName)
        : [];
}
