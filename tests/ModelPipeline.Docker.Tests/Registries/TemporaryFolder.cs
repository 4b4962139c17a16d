namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>An empty folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");

    public string Path => _folder.FullName;

    /// <summary>The path of a file or folder inside.</summary>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Dispose() => _folder.Delete(recursive: true);
}
