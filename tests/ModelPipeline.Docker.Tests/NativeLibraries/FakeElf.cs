using System.Buffers.Binary;
using System.Text;

namespace ModelPipeline.Docker.Tests.NativeLibraries;

/// <summary>ELF files that hold nothing but their headers.</summary>
internal static class FakeElf
{
    private const int Header = 64, Segment = 56;

    /// <summary>A file that says what it needs, what it is called, what starts it and where to look for what it needs.</summary>
    public static byte[] Of(string[] needed, string? name = null, string? loader = null, ushort machine = 62, string? searchPath = null)
    {
        var texts = new MemoryStream();
        texts.WriteByte(0);
        long Text(string text)
        {
            var start = texts.Length;
            texts.Write(Encoding.UTF8.GetBytes(text + "\0"));
            return start;
        }

        List<(long Tag, long Value)> tags = [.. needed.Select(item => (1L, Text(item)))];
        if (name is not null)
            tags.Add((14, Text(name)));
        if (searchPath is not null)
            tags.Add((29, Text(searchPath)));
        var start = Text(loader ?? "");
        const int Segments = 3;
        const int Dynamic = Header + (Segments * Segment);
        var strings = Dynamic + ((tags.Count + 3) * 16);
        tags.AddRange([(5, strings), (10, texts.Length), (0, 0)]);

        var bytes = new byte[strings + texts.Length];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), machine);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), Header);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(54), Segment);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(56), Segments);
        Write(0, 1, 0, bytes.Length);
        Write(1, 2, Dynamic, tags.Count * 16);
        Write(2, loader is null ? 0 : 3, strings + start, loader is null ? 0 : loader.Length + 1);
        foreach (var ((tag, value), index) in tags.Select((tag, index) => (tag, index)))
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(Dynamic + (index * 16)), tag);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(Dynamic + (index * 16) + 8), value);
        }

        texts.ToArray().CopyTo(bytes, strings);
        return bytes;

        void Write(int index, int kind, long offset, long size)
        {
            var at = bytes.AsSpan(Header + (index * Segment));
            BinaryPrimitives.WriteInt32LittleEndian(at, kind);
            BinaryPrimitives.WriteInt64LittleEndian(at[8..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(at[16..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(at[32..], size);
        }
    }
}
