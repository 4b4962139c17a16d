using System.Buffers.Binary;
using System.Text;

namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>What a program or library for 64-bit Linux on x86-64 says of itself (System V ABI, ELF-64 object file format).</summary>
/// <param name="Needed">The names of the libraries that the loader must find for it.</param>
/// <param name="Name">The name that others need it by; <see langword="null"/> where it has none.</param>
/// <param name="Interpreter">The full path of the loader that starts it; <see langword="null"/> for a library.</param>
/// <param name="SearchPath">The folders in which the loader looks for what it needs before all others, with colons between; <c>$ORIGIN</c> is its own.</param>
internal sealed record ElfFile(IReadOnlyList<string> Needed, string? Name, string? Interpreter, string SearchPath)
{
    private const int HeaderBytes = 64;
    private const int SegmentBytes = 56;
    private const int MostSegments = 256;
    private const int MostBytes = 64 << 20;
    private const ushort X64 = 62;
    private const int Load = 1, Dynamic = 2, Interp = 3;
    private const long End = 0, NeededTag = 1, Strings = 5, StringBytes = 10, NameTag = 14, OldSearchTag = 15, SearchTag = 29;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns><see langword="null"/> where it is no ELF file for 64-bit x86.</returns>
    /// <exception cref="InvalidDataException">It is one, but damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ElfFile? Read(string path)
    {
        using var file = System.IO.File.OpenHandle(path);
        var header = new byte[HeaderBytes];
        if (RandomAccess.Read(file, header, 0) < HeaderBytes || !IsOurs(header))
            return null;

        var segments = Segments(Bytes);
        string? interpreter = segments.FirstOrDefault(segment => segment.Kind == Interp) is { Size: > 0 } interp ? Text(Bytes(interp.Offset, interp.Size), 0) : null;
        if (segments.FirstOrDefault(segment => segment.Kind == Dynamic) is not { Size: > 0 } dynamic)
            return new ElfFile([], null, interpreter, "");

        var tags = Tags(Bytes(dynamic.Offset, dynamic.Size));
        var names = tags.Any(tag => tag.Key == Strings)
            ? Bytes(OffsetOf(tags.First(tag => tag.Key == Strings).Value), tags.FirstOrDefault(tag => tag.Key == StringBytes).Value)
            : [];
        string[] needed = [.. tags.Where(tag => tag.Key == NeededTag).Select(tag => Text(names, tag.Value))];
        return new ElfFile(needed, Tagged(NameTag), interpreter, Tagged(SearchTag) ?? Tagged(OldSearchTag) ?? "");

        string? Tagged(long tag) => tags.Exists(item => item.Key == tag) ? Text(names, tags.First(item => item.Key == tag).Value) : null;

        byte[] Bytes(long offset, long count)
        {
            if (offset < 0 || count is < 0 or > MostBytes)
                throw Damaged(path);
            var bytes = new byte[count];
            return RandomAccess.Read(file, bytes, offset) == count ? bytes : throw Damaged(path);
        }

        List<Segment> Segments(Func<long, long, byte[]> read)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
            if (count > MostSegments || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(54)) != SegmentBytes)
                throw Damaged(path);
            var bytes = read(BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32)), (long)count * SegmentBytes);
            return [.. Enumerable.Range(0, count).Select(index => Segment.Read(bytes.AsSpan(index * SegmentBytes)))];
        }

        long OffsetOf(long address) =>
            segments.Where(segment => segment.Kind == Load && address >= segment.Address && address - segment.Address < segment.Size)
                .Select(segment => (long?)(segment.Offset + address - segment.Address)).FirstOrDefault() ?? throw Damaged(path);

        string Text(byte[] bytes, long start)
        {
            var length = start >= 0 && start < bytes.Length ? bytes.AsSpan((int)start).IndexOf((byte)0) : -1;
            return length >= 0 ? Encoding.UTF8.GetString(bytes, (int)start, length) : throw Damaged(path);
        }
    }

    private static bool IsOurs(ReadOnlySpan<byte> header) =>
        header.StartsWith("\u007fELF\u0002\u0001"u8) && BinaryPrimitives.ReadUInt16LittleEndian(header[18..]) == X64;

    private static List<KeyValuePair<long, long>> Tags(byte[] bytes) =>
    [
        .. Enumerable.Range(0, bytes.Length / 16)
            .Select(index => KeyValuePair.Create(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(index * 16)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan((index * 16) + 8))))
            .TakeWhile(tag => tag.Key != End),
    ];

    private static InvalidDataException Damaged(string path) => new($"{path} is damaged: it begins like an ELF file, but its headers point outside of it.");

    private readonly record struct Segment(int Kind, long Offset, long Address, long Size)
    {
        public static Segment Read(ReadOnlySpan<byte> bytes) => new(
            BinaryPrimitives.ReadInt32LittleEndian(bytes),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]));
    }
}
