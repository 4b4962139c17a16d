namespace ModelPipeline.Storage;

/// <summary>A file that is being written under a temporary name in its folder. Unless it is published it is removed in the end.</summary>
internal sealed class PendingFile : IDisposable
{
    /// <summary>What the temporary name ends with.</summary>
    public const string Suffix = ".tmp";

    private readonly string _path;

    /// <summary>Makes the temporary file, and its folder where there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public PendingFile(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Stream = new FileStream(path + Suffix, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>Takes the content.</summary>
    public FileStream Stream { get; }

    /// <summary>Flushes the content to the disk and gives the file its name.</summary>
    /// <exception cref="IOException">It cannot be written; the old file is untouched.</exception>
    public void Publish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_path + Suffix, _path, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        finally
        {
            File.Delete(_path + Suffix);
        }
    }
}
