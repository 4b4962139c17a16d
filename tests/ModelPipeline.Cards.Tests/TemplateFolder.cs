namespace ModelPipeline.Cards.Tests;

/// <summary>A folder of a user's own templates, for one test.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-cards-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "templates");

    public ScribanDocumentRenderer Renderer => new(Path);

    public TemplateFolder With(string file, string text)
    {
        var path = System.IO.Path.GetFullPath(file, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public string Render(object document, string template = "summary") => Renderer.Render(template, document, TestContext.Current.CancellationToken);

    public string FaultOf(object document, string template = "summary") => Should.Throw<InputException>(() => Render(document, template)).Message;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => _folder.Delete(recursive: true);
}
