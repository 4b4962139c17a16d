using System.Text;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>A file or folder of a layer, owned by root.</summary>
/// <param name="Path">Its path in the image, without a leading slash.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Digest">The digest of its bytes; <see langword="null"/> for a folder.</param>
/// <param name="Open">Opens its bytes; <see langword="null"/> for a folder.</param>
internal sealed record LayerEntry(string Path, UnixFileMode Mode, Digest? Digest, Func<Stream>? Open)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Shared = Executable | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.StickyBit;

    /// <summary>A folder that all may read.</summary>
    public static LayerEntry Folder(string path) => new(path, Executable, null, null);

    /// <summary>A folder that all may write to, as <c>/tmp</c>.</summary>
    public static LayerEntry SharedFolder(string path) => new(path, Shared, null, null);

    /// <summary>A file of this machine that all may read.</summary>
    public static LayerEntry OfFile(string path, string file, Digest digest) => new(path, Readable, digest, () => File.OpenRead(file));

    /// <summary>A program of this machine that all may run.</summary>
    public static LayerEntry OfProgram(string path, string file, Digest digest) => new(path, Executable, digest, () => File.OpenRead(file));

    /// <summary>A text that all may read.</summary>
    public static LayerEntry OfText(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, Readable, ModelPipeline.Digest.Of(bytes), () => new MemoryStream(bytes, writable: false));
    }
}
