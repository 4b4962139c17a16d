using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>
/// Passes over the lines that both files have next, byte for byte: their key is looked at and their fields are counted, 64 bytes at a time. It stops before the
/// first line that differs, has a quote, is empty or broken, or is not wholly in memory: those are for <see cref="PredictionFile.Next"/>.
/// </summary>
/// <param name="old">The old file.</param>
/// <param name="new">The new file, with the same header.</param>
/// <param name="map">The cells that the fields are.</param>
internal sealed class SameLines(PredictionFile old, PredictionFile @new, FieldMap map)
{
    /// <summary>Passes over the lines.</summary>
    /// <param name="key">Gets the key of one line after the other.</param>
    /// <param name="note">Called for each.</param>
    public void Pass(Row key, Action<Row> note)
    {
        var same = WholeLines(old.Ahead[..old.Ahead.CommonPrefixLength(@new.Ahead)]);
        if (same.IsEmpty)
            return;
        var (bytes, lines) = Pass(same, key, note);
        old.Pass(bytes, lines);
        @new.Pass(bytes, lines);
    }

    private static ReadOnlySpan<byte> WholeLines(ReadOnlySpan<byte> same)
    {
        if (same.IndexOf((byte)'"') is var at and >= 0)
            same = same[..at];
        same = same[..(same.LastIndexOf((byte)'\n') + 1)];
        return Ascii.IsValid(same) || (Utf8.IsValid(same) && same.IndexOf(Encoding.UTF8.Preamble) < 0) ? same : [];
    }

    private (int Bytes, int Lines) Pass(ReadOnlySpan<byte> same, Row key, Action<Row> note)
    {
        var (lines, lineStart, field, fieldStart) = (0, 0, 0, 0);
        key.Begin(old.Buffer);
        for (var start = 0; start < same.Length; start += Vector512<byte>.Count)
        {
            var block = Block(same[start..]);
            var feeds = Where(block, (byte)'\n');
            if ((Where(block, (byte)'\r') & ~(feeds >> 1)) != 0)
                break; // a carriage return that is not before a line feed of the same block
            for (var ends = feeds | Where(block, (byte)','); ends != 0; ends &= ends - 1)
            {
                var end = start + BitOperations.TrailingZeroCount(ends);
                var isLine = same[end] == '\n';
                var textEnd = isLine && end > lineStart && same[end - 1] == '\r' ? end - 1 : end;
                if (field < map.KeyFields && map[field] >= 0)
                    key.Set(map[field], old.AheadStart + fieldStart, textEnd - fieldStart);
                field++;
                fieldStart = end + 1;
                if (!isLine)
                    continue;
                if (field != old.Header.Length || textEnd == lineStart)
                    return (lineStart, lines);
                note(key);
                lines++;
                (lineStart, field) = (fieldStart, 0);
            }
        }

        return (lineStart, lines);
    }

    private static Vector512<byte> Block(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Vector512<byte>.Count)
            return Vector512.Create(bytes);
        Span<byte> padded = stackalloc byte[Vector512<byte>.Count];
        padded.Clear();
        bytes.CopyTo(padded);
        return Vector512.Create<byte>(padded);
    }

    /// <summary>Where in a block a byte is, one bit each.</summary>
    private static ulong Where(Vector512<byte> block, byte value) => Vector512.Equals(block, Vector512.Create(value)).ExtractMostSignificantBits();
}
