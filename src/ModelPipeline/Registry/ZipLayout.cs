using System.Buffers.Binary;

namespace ModelPipeline.Registry;

/// <summary>
/// The layout of a ZIP archive. Some programs go by the directory at its end, others by the headers before each file: only where both tell the same, and nothing stands between,
/// does everybody unpack the same files. The format is PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
/// </summary>
internal static class ZipLayout
{
    private const uint LocalSignature = 0x04034b50;
    private const uint DirectorySignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const int LocalBytes = 30;
    private const int DirectoryBytes = 46;
    private const int EndBytes = 22;
    private const int SizesFollow = 1 << 3;

    /// <summary>Refuses an archive whose files do not fill it one after the other, named alike in both places.</summary>
    /// <param name="archive">The archive.</param>
    /// <exception cref="InvalidDataException">It is laid out otherwise.</exception>
    public static void Check(Stream archive)
    {
        var end = Read(archive, archive.Length - EndBytes, EndBytes, EndSignature);
        var (count, length, start) = (Short(end, 10), Long(end, 12), Long(end, 16));
        if (Short(end, 8) != count || start + length != archive.Length - EndBytes)
            throw Odd("its directory is not all that follows its files");
        var (entry, file) = (start, 0L);
        for (var left = count; left > 0; left--)
        {
            var listed = Read(archive, entry, DirectoryBytes, DirectorySignature);
            if (Long(listed, 42) != file)
                throw Odd("something stands between its files");
            file = Next(archive, file, listed, Read(archive, entry + DirectoryBytes, Short(listed, 28)));
            entry += DirectoryBytes + Short(listed, 28) + Short(listed, 30) + Short(listed, 32);
        }

        if (file != start || entry != start + length)
            throw Odd("something stands behind its files");
    }

    /// <summary>Where the file ends whose header is at a place and agrees with the directory.</summary>
    private static long Next(Stream archive, long file, byte[] listed, byte[] name)
    {
        var local = Read(archive, file, LocalBytes, LocalSignature);
        var isSame = local.AsSpan(6, 4).SequenceEqual(listed.AsSpan(8, 4)) && local.AsSpan(14, 12).SequenceEqual(listed.AsSpan(16, 12));
        if (!isSame || (Short(local, 6) & SizesFollow) != 0 || !Read(archive, file + LocalBytes, Short(local, 26)).AsSpan().SequenceEqual(name))
            throw Odd("its directory and the headers of its files tell different things");
        return file + LocalBytes + Short(local, 26) + Short(local, 28) + Long(local, 18);
    }

    private static byte[] Read(Stream archive, long at, int bytes, uint signature)
    {
        var read = Read(archive, at, bytes);
        return Long(read, 0) == signature ? read : throw Odd("it is no archive of files alone");
    }

    private static byte[] Read(Stream archive, long at, int bytes)
    {
        if (at < 0 || at + bytes > archive.Length)
            throw Odd("it ends too soon");
        var read = new byte[bytes];
        archive.Position = at;
        archive.ReadExactly(read);
        return read;
    }

    private static int Short(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));

    private static long Long(byte[] header, int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));

    private static InvalidDataException Odd(string what) => new($"{what}: pack it with this tool");
}
