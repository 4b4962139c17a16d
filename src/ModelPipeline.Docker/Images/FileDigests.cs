using System.Collections.Concurrent;

namespace ModelPipeline.Docker.Images;

/// <summary>Digests of files. A file that has the length and the time of change it had is not read again.</summary>
/// <param name="clock">The clock.</param>
internal sealed class FileDigests(TimeProvider clock)
{
    /// <summary>A change within this time of the reading may leave the time of change as it was.</summary>
    private static readonly TimeSpan Unsure = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (long Length, DateTime Changed, Digest Digest)> _known = new(StringComparer.Ordinal);

    /// <summary>The digest of a file's bytes.</summary>
    /// <param name="path">The file's full path.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public Digest Of(string path)
    {
        var file = new FileInfo(path);
        var (length, changed) = (file.Exists ? file.Length : 0, file.LastWriteTimeUtc);
        if (_known.TryGetValue(path, out var known) && known.Length == length && known.Changed == changed)
            return known.Digest;
        var digest = Digest.OfFile(path);
        if (clock.GetUtcNow().UtcDateTime - changed > Unsure)
            _known[path] = (length, changed, digest);
        return digest;
    }

    /// <summary>Whether a file is there with this length and digest.</summary>
    public bool IsOf(string path, Digest digest, long bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes && Of(path) == digest;
}
