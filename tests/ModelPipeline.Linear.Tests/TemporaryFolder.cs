namespace ModelPipeline.Linear.Tests;

/// <summary>A folder for one test's files.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("linear-").FullName;

    /// <summary>The model's one file.</summary>
    public string File => System.IO.Path.Combine(Path, "linear.json");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
