using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ModelPipeline.Data;

/// <summary>
/// Evenly spread numbers from texts: the first 8 bytes, read big-endian, of the SHA-256 of the seed (8 bytes) and of each text's length in UTF-8 (4 bytes)
/// and UTF-8 bytes; numbers are little-endian there. A missing text counts as empty.
/// </summary>
internal static class KeyHash
{
    /// <summary>One hash a row.</summary>
    public static ulong[] Of(IReadOnlyList<Column> columns, int rows, long seed)
    {
        var hashes = new ulong[rows];
        var hashed = new ArrayBufferWriter<byte>();
        for (var row = 0; row < rows; row++)
            hashes[row] = Of(hashed, columns, row, seed);
        return hashes;
    }

    /// <summary>The digest of a set of rows, whatever their order.</summary>
    public static Digest DigestOf(ulong[] hashes, int[] rows)
    {
        var sorted = Array.ConvertAll(rows, row => hashes[row]);
        Array.Sort(sorted);
        var bytes = new byte[sizeof(ulong) * sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(sizeof(ulong) * i), sorted[i]);
        return Digest.Of(bytes);
    }

    private static ulong Of(ArrayBufferWriter<byte> hashed, IReadOnlyList<Column> columns, int row, long seed)
    {
        hashed.ResetWrittenCount();
        BinaryPrimitives.WriteInt64LittleEndian(hashed.GetSpan(sizeof(long)), seed);
        hashed.Advance(sizeof(long));
        foreach (var column in columns)
        {
            var text = column.Text(row);
            BinaryPrimitives.WriteInt32LittleEndian(hashed.GetSpan(sizeof(int)), Encoding.UTF8.GetByteCount(text));
            hashed.Advance(sizeof(int));
            Encoding.UTF8.GetBytes(text, hashed);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashed.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
