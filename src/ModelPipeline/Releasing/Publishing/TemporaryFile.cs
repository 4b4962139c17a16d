namespace ModelPipeline.Releasing.Publishing;

/// <summary>A copy of a stream in a file that nobody else may read. It goes when this is disposed; streams that are open then stay readable.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private TemporaryFile()
    {
    }

    /// <summary>The file's full path.</summary>
    public string FullPath { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    /// <summary>The content's digest.</summary>
    public Digest Digest { get; private set; }

    /// <summary>The content's size.</summary>
    public long Bytes { get; private set; }

    /// <summary>Copies a stream from its position to its end.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static async Task<TemporaryFile> CopyAsync(Stream content, CancellationToken cancellation)
    {
        var copy = new TemporaryFile();
        try
        {
            await copy.FillAsync(content, cancellation).ConfigureAwait(false);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Opens the copy for reading.</summary>
    public FileStream Open() => new(FullPath, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    public void Dispose() => File.Delete(FullPath);

    private async Task FillAsync(Stream content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(FullPath, options);
        await using (file.ConfigureAwait(false))
            await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
        using var copy = Open();
        Bytes = copy.Length;
        Digest = await Digest.OfAsync(copy, cancellation).ConfigureAwait(false);
    }
}
