using System.Buffers;
using System.Text.Unicode;

namespace ModelPipeline.Specs.Yaml;

/// <summary>Turns a file's bytes into text: UTF-8, with or without a byte order mark, without control characters.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsForbidden)]);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static string? Decode(ReadOnlySpan<byte> bytes, FaultLog faults)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Add(Place.Start, "the file is UTF-16: save it as UTF-8");
            return null;
        }

        if (bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];

        var buffer = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, buffer, out _, out var count, replaceInvalidSequences: false);
        var text = new string(buffer, 0, count);
        if (text.AsSpan().IndexOfAny(Forbidden) is var index and >= 0)
        {
            faults.Add(PlaceOf(index, text), $"the control character U+{(int)text[index]:X4} is not allowed");
            return null;
        }

        if (status == OperationStatus.Done)
            return text;

        faults.Add(PlaceOf(count, text), "the bytes from here on are not UTF-8: save the file as UTF-8");
        return null;
    }

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085');

    private static Place PlaceOf(int index, string text)
    {
        var before = text.AsSpan(0, index);
        return new Place(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
