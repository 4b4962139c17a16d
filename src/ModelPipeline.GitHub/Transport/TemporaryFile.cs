namespace ModelPipeline.GitHub.Transport;

/// <summary>A file that is gone once it is closed.</summary>
internal static class TemporaryFile
{
    /// <summary>Copies bytes into one.</summary>
    /// <param name="from">Where they come from.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The file at its start.</returns>
    /// <exception cref="InvalidDataException">There are more.</exception>
    public static async Task<FileStream> CopyAsync(Stream from, long most, CancellationToken cancellation)
    {
        var file = Create();
        try
        {
            await BoundedCopy.CopyAsync(from, file, most, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        // A private repository's asset is nobody else's to read on this machine.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
