using System.Formats.Tar;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>
/// Writes layers as tar archives. The format is GNU's: it takes paths of any length, and its bytes depend on nothing but the entries
/// (the headers of pax archives carry the process's number).
/// </summary>
internal static class LayerTar
{
    /// <summary>Writes a layer.</summary>
    /// <param name="content">What goes into it.</param>
    /// <param name="destination">Takes the archive; left open.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">A file cannot be read, or was changed meanwhile.</exception>
    public static void Write(LayerContent content, Stream destination, CancellationToken cancellation)
    {
        using var tar = new TarWriter(destination, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var entry in content.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.Open is { } open)
                WriteFile(tar, entry, open);
            else
                tar.WriteEntry(Header(TarEntryType.Directory, entry.Path + "/", entry.Mode));
        }
    }

    /// <summary>A header that is the same on every machine and date: root's, of the first second of 1970.</summary>
    public static GnuTarEntry Header(TarEntryType type, string path, UnixFileMode mode) => new(type, path)
    {
        Mode = mode,
        Uid = 0,
        Gid = 0,
        UserName = "",
        GroupName = "",
        ModificationTime = DateTimeOffset.UnixEpoch,
        AccessTime = default,
        ChangeTime = default,
    };

    private static void WriteFile(TarWriter tar, LayerEntry entry, Func<Stream> open)
    {
        using var file = open();
        using (var hashing = new HashingStream(file))
        {
            hashing.CopyTo(Stream.Null);
            if (hashing.Digest != entry.Digest)
                throw new IOException($"'{entry.Path}' was changed while the image was built. Build it again.");
        }

        file.Position = 0;
        var header = Header(TarEntryType.RegularFile, entry.Path, entry.Mode);
        header.DataStream = file;
        tar.WriteEntry(header);
    }
}
