using System.Globalization;
using System.Text.Json;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>Says what is wrong with a text that is no JSON.</summary>
internal static class JsonFault
{
    /// <param name="fault">What the reader found.</param>
    /// <param name="rest">The text after the last sound token.</param>
    public static string Describe(JsonException fault, ReadOnlySpan<byte> rest) => rest.TrimStart(" \t\r\n,:"u8) switch
    {
        [(byte)'N', (byte)'a', (byte)'N', ..] => "NaN is no JSON: send null where a number is unknown",
        [(byte)'I', (byte)'n', (byte)'f', ..] or [(byte)'-', (byte)'I', ..] => "Infinity is no JSON: send null where a number is unknown",
        _ => string.Create(CultureInfo.InvariantCulture, $"it breaks at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}"),
    };
}
