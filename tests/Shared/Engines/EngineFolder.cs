namespace Shared.Engines;

/// <summary>A folder for one test's models.</summary>
internal sealed class EngineFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("engine-contract-").FullName;

    /// <summary>Its files, in ordinal order of their names.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The files' relative names and contents, as text to compare.</summary>
    public IReadOnlyList<string> Contents =>
        [.. Files.Select(file => $"{System.IO.Path.GetRelativePath(Path, file)} {Convert.ToHexString(File.ReadAllBytes(file))}")];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
