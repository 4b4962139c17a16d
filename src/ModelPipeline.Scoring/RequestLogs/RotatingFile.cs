using System.Globalization;
using ModelPipeline.Runs;

namespace ModelPipeline.Scoring.RequestLogs;

/// <summary>
/// Lines in files of one folder, each begun when the last has grown too large. The oldest files are removed, but none that a process has open:
/// several may write to one folder. For one thread.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="maxBytes">How large a file grows, unless a single piece is larger.</param>
/// <param name="maxFiles">How many files are kept.</param>
/// <param name="time">The clock, which names the files.</param>
internal sealed class RotatingFile(string folder, long maxBytes, int maxFiles, TimeProvider time) : IDisposable
{
    private const string Prefix = "requests-";
    private const string Extension = ".ndjson";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _writer = Guid.NewGuid().ToString("N")[..8];
    private FileStream? _file;
    private DateTimeOffset _begun;
    private int _number;
    private long _unremoved;

    /// <summary>How often an old file could not be removed.</summary>
    public long Unremoved => Interlocked.Read(ref _unremoved);

    /// <summary>Begins a file where none is open.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Open() => _file ??= Begin();

    /// <summary>Writes whole lines.</summary>
    /// <exception cref="IOException">They cannot be written; what was written of them is taken back where that can be done, and the next file is begun with the next lines.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        if (_file is { Length: > 0 } full && full.Length + lines.Length > maxBytes)
            Close();
        var file = _file ??= Begin();
        var good = file.Length;
        try
        {
            file.Write(lines);
        }
        catch (IOException)
        {
            TakeBack(file, good);
            throw;
        }
    }

    public void Dispose() => Close();

    private void TakeBack(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
        }
        finally
        {
            Close();
        }
    }

    private void Close()
    {
        var file = _file;
        _file = null;
        file?.Dispose();
    }

    private FileStream Begin()
    {
        Directory.CreateDirectory(folder);
        RemoveOldest();
        var now = time.GetUtcNow();
        _begun = now > _begun ? now : _begun; // Names stay in order where the clock is set back.
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{_begun:yyyyMMdd'T'HHmmssfff'Z'}-{_writer}-{++_number:D6}{Extension}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(Path.Combine(folder, name), options);
    }

    private void RemoveOldest()
    {
        foreach (var old in Directory.GetFiles(folder, Prefix + "*" + Extension).OrderDescending(StringComparer.Ordinal).Skip(maxFiles - 1))
        {
            try
            {
                if (!IsOpen(old))
                    File.Delete(old);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Interlocked.Increment(ref _unremoved);
            }
        }
    }

    private static bool IsOpen(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException fault) when (WorkspaceLock.IsHeldByAnother(fault))
        {
            return true;
        }
    }
}
