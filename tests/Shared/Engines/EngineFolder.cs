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

    /// <summary>A copy in which one file is another.</summary>
    /// <param name="file">The file's relative path.</param>
    /// <param name="change">Its new bytes; <see langword="null"/> leaves it out.</param>
    public EngineFolder CopyWith(string file, Func<byte[], byte[]?> change)
    {
        var copy = new EngineFolder();
        foreach (var path in Files)
        {
            var relative = System.IO.Path.GetRelativePath(Path, path);
            var bytes = File.ReadAllBytes(path);
            if ((relative == file ? change(bytes) : bytes) is not { } next)
                continue;
            var target = System.IO.Path.Combine(copy.Path, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, next);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
