using System.Text;

namespace ModelPipeline.Storage;

/// <summary>Writes files so that a reader sees the old or the new content, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    public static void WriteText(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes to a temporary name in the same folder, flushes them to the disk, renames.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new PendingFile(path);
        file.Stream.Write(bytes);
        file.Publish();
    }
}
