using System.Buffers.Binary;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>
/// A row as bytes: how many they are (4 bytes, little-endian), the side (1 byte), how many of them the key's cells take (4 bytes), then every cell as its length
/// in groups of seven bits and its text. Rows of one key have the same bytes there.
/// </summary>
internal static class StoredRow
{
    /// <summary>How many bytes stand before the cells.</summary>
    public const int Head = 9;

    private const int LongestLength = 5;

    public static int Length(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadInt32LittleEndian(stored);

    public static RowSide Side(ReadOnlySpan<byte> stored) => (RowSide)stored[4];

    public static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> stored) => stored.Slice(Head, BinaryPrimitives.ReadInt32LittleEndian(stored[5..]));

    /// <summary>Writes a row, or its key alone where it is compared already.</summary>
    /// <param name="row">The row.</param>
    /// <param name="side">Where it was met.</param>
    /// <param name="keys">How many columns a key has.</param>
    /// <param name="buffer">Where to; replaced by a larger one where the row needs it.</param>
    /// <returns>What was written.</returns>
    public static ReadOnlySpan<byte> Write(Row row, RowSide side, int keys, ref byte[] buffer)
    {
        var (end, keyEnd) = (Head, Head);
        var cells = side == RowSide.Both ? keys : row.Cells;
        for (var cell = 0; cell < cells; cell++)
        {
            var text = row[cell];
            if (buffer.Length - end < text.Length + LongestLength)
                Array.Resize(ref buffer, 2 * (end + text.Length + LongestLength));
            for (var length = text.Length; ; length >>= 7)
            {
                buffer[end++] = (byte)(length < 0x80 ? length : length | 0x80);
                if (length < 0x80)
                    break;
            }

            text.CopyTo(buffer.AsSpan(end));
            end += text.Length;
            if (cell < keys)
                keyEnd = end;
        }

        BinaryPrimitives.WriteInt32LittleEndian(buffer, end);
        buffer[4] = (byte)side;
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(5), keyEnd - Head);
        return buffer.AsSpan(0, end);
    }

    /// <summary>Reads the first cells of a row.</summary>
    /// <param name="bytes">Where it is.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="row">Gets the cells.</param>
    /// <param name="cells">How many.</param>
    public static void Read(byte[] bytes, int start, Row row, int cells)
    {
        row.Begin(bytes);
        var at = start + Head;
        for (var cell = 0; cell < cells; cell++)
        {
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[at++];
                length |= (part & 0x7F) << shift;
                if (part < 0x80)
                    break;
            }

            row.Set(cell, at, length);
            at += length;
        }
    }
}
