using System.Globalization;

namespace ModelPipeline.Scoring.RequestLogs;

/// <summary>Lines in files of one folder, each begun when the last has grown too large; only the newest are kept. For one thread.</summary>
/// <param name="folder">The folder.</param>
/// <param name="maxBytes">How large a file grows, unless a single piece is larger.</param>
/// <param name="maxFiles">How many files are kept.</param>
/// <param name="time">The clock, which names the files.</param>
internal sealed class RotatingFile(string folder, long maxBytes, int maxFiles, TimeProvider time) : IDisposable
{
    private const string Prefix = "requests-";
    private const string Extension = ".ndjson";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? _file;
    private int _number;

    /// <summary>Writes whole lines.</summary>
    /// <exception cref="IOException">They cannot be written; what was written of them is taken back, and the next file is begun with the next lines.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        if (_file is { Length: > 0 } full && full.Length + lines.Length > maxBytes)
            Close();
        var file = _file ??= Open();
        var good = file.Length;
        try
        {
            file.Write(lines);
        }
        catch (IOException)
        {
            file.SetLength(good);
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{time.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}-{++_number:D6}{Extension}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var file = new FileStream(Path.Combine(folder, name), options);
        RemoveOldest();
        return file;
    }

    private void RemoveOldest()
    {
        foreach (var old in Directory.GetFiles(folder, Prefix + "*" + Extension).OrderDescending(StringComparer.Ordinal).Skip(maxFiles))
            File.Delete(old);
    }
}
