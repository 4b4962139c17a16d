namespace ModelPipeline.Command.Files;

/// <summary>The folder of one process.</summary>
internal sealed class RunFolder : IDisposable
{
    public RunFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(Program);
    }

    public string Path { get; }

    /// <summary>The working directory, with the program's files.</summary>
    public string Program => System.IO.Path.Combine(Path, "program");

    /// <summary>The rows.</summary>
    public string Data => System.IO.Path.Combine(Path, "data.csv");

    public string Scores => System.IO.Path.Combine(Path, "scores.csv");

    public void Dispose() => FolderRemoval.TryRemove(Path);
}
