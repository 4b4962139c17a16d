namespace ModelPipeline.XGBoost.Tests;

/// <summary>A folder for one test's files.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("xgboost-").FullName;

    /// <summary>How rows are encoded.</summary>
    public string File => System.IO.Path.Combine(Path, "xgboost.json");

    /// <summary>The library's file.</summary>
    public string Trees => System.IO.Path.Combine(Path, "xgboost-model.json");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
