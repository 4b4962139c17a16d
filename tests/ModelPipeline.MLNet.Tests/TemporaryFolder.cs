namespace ModelPipeline.MLNet.Tests;

/// <summary>A folder for one test's files.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mlnet-").FullName;

    public string Model => System.IO.Path.Combine(Path, "model.zip");

    public string Document => System.IO.Path.Combine(Path, "mlnet.json");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
