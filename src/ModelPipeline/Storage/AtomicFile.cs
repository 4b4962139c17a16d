using System.Text;

namespace ModelPipeline.Storage;

/// <summary>Writes files so that a reader sees the old or the new content, never a part.</summary>
public static class AtomicFile
{
    private const string Suffix = ".tmp";

    /// <summary>Writes a text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    public static void WriteText(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes to a temporary name in the same folder, flushes them to the disk, renames.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + Suffix;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw;
        }
    }
}
