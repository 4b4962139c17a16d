using System.IO.Compression;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Registry;

/// <summary>A release's <c>bundle.zip</c>. Equal bundles give equal archives.</summary>
internal static class BundleArchive
{
    /// <summary>The archive's name in the folder of a release.</summary>
    public const string FileName = "bundle.zip";

    /// <summary>The most bytes that an archive may have to be kept in version control: 1 MB.</summary>
    public const int MostCommittedBytes = 1 << 20;

    private const int MostFiles = 1000;
    private const long MostBytes = 256L * 1024 * 1024;

    /// <summary>The archive of a bundle's folder.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static byte[] Pack(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File: file))
            .OrderBy(item => item.Name, StringComparer.Ordinal);
        return ZipBytes.Pack(files.Select(item => (item.Name, File.ReadAllBytes(item.File))), CompressionLevel.SmallestSize);
    }

    /// <summary>Unpacks a bundle in place of what is in a folder. The archive may be hostile.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="folder">Where the bundle goes.</param>
    /// <param name="expected">The bundle's digest.</param>
    /// <exception cref="InputException">It is not there, cannot be read, or holds another bundle.</exception>
    public static void Unpack(string path, string folder, Digest expected)
    {
        try
        {
            AtomicFolder.Replace(folder, next =>
            {
                if (new FileInfo(path).Length > MostBytes)
                    throw TooLarge();
                using var zip = ZipFile.OpenRead(path);
                Extract(zip, next);
                if (BundleDigest.Of(next) is var found && found != expected)
                    throw new InvalidDataException($"it holds the bundle {found}, expected {expected}");
            });
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The released bundle {path} cannot be unpacked: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Restore it from version control.", fault);
        }
    }

    /// <summary>The bundle in an archive, which may be hostile. Nothing is written.</summary>
    /// <param name="archive">The archive; it can be sought in.</param>
    /// <exception cref="InvalidDataException">It cannot be read, is larger than a bundle may be, or holds what its directory does not tell.</exception>
    /// <exception cref="NotSupportedException">It is compressed in a way that is not supported.</exception>
    public static ArchivedBundle Read(Stream archive)
    {
        ZipLayout.Check(archive);
        archive.Position = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var files = new Dictionary<string, Digest>(StringComparer.Ordinal);
        byte[] manifest = [];
        var left = MostBytes;
        foreach (var entry in Entries(zip))
        {
            using var from = entry.Open();
            using var content = new MemoryStream();
            left -= Copy(from, content, left);
            if (!files.TryAdd(entry.FullName, Digest.Of(content.GetBuffer().AsSpan(0, (int)content.Length))))
                throw new InvalidDataException($"it holds {QuotedText.Of(entry.FullName)} twice");
            if (entry.FullName == BundleManifest.FileName)
                manifest = content.ToArray();
        }

        return new ArchivedBundle(BundleDigest.Of(files.Select(file => (file.Key, file.Value))), manifest);
    }

    private static IEnumerable<ZipArchiveEntry> Entries(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles)
            throw new InvalidDataException($"it holds more than {MostFiles} files");
        return zip.Entries.Select(entry => IsPlain(entry.FullName) ? entry : throw new InvalidDataException($"{QuotedText.Of(entry.FullName)} is no file within the bundle"));
    }

    private static void Extract(ZipArchive zip, string folder)
    {
        var left = MostBytes;
        foreach (var entry in Entries(zip))
        {
            var file = Path.Combine(folder, entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var from = entry.Open();
            using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            left -= Copy(from, to, left);
        }
    }

    /// <summary>Whether a name is a relative path, on every system the same: parts between single slashes, none of them a point or two.</summary>
    private static bool IsPlain(string name) =>
        !name.AsSpan().ContainsAny('\\', ':', '\0') && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static InvalidDataException TooLarge() => new($"it holds more than {MostBytes >> 20} MB");

    private static long Copy(Stream from, Stream to, long most)
    {
        var buffer = new byte[81920];
        long copied = 0;
        for (int read; (read = from.Read(buffer)) > 0; copied += read)
        {
            if (copied + read > most)
                throw TooLarge();
            to.Write(buffer, 0, read);
        }

        return copied;
    }
}
