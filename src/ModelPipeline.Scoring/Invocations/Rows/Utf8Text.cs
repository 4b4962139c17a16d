using System.Text;
using System.Text.Json;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Texts as they arrive.</summary>
internal static class Utf8Text
{
    /// <summary>More bytes than a quoted text shows.</summary>
    private const int Shown = 512;

    /// <summary>A text for a message: quoted, escaped, shortened.</summary>
    public static string Quoted(ReadOnlySpan<byte> utf8) => QuotedText.Of(Start(utf8));

    /// <summary>A text for a message: escaped, shortened.</summary>
    public static string Escaped(ReadOnlySpan<byte> utf8) => QuotedText.Escape(Start(utf8));

    /// <summary>The text that the reader stands on, without escapes; false where it holds half of a surrogate pair.</summary>
    public static bool TryRead(ref Utf8JsonReader json, out ReadOnlySpan<byte> text)
    {
        text = json.ValueSpan;
        if (!json.ValueIsEscaped)
            return true;
        try
        {
            var unescaped = new byte[text.Length];
            text = unescaped.AsSpan(0, json.CopyString(unescaped));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of the property that the reader stands on.</summary>
    /// <exception cref="RefusedException">It holds half of a surrogate pair.</exception>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader json) =>
        TryRead(ref json, out var name) ? name : throw new RefusedException("The body has a name that is no Unicode text: it holds half of a surrogate pair.");

    /// <summary>Whether the property that the reader stands on has a name.</summary>
    /// <exception cref="RefusedException">Its name holds half of a surrogate pair.</exception>
    public static bool NameIs(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => Name(ref json).SequenceEqual(name);

    private static string Start(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Shown)]);
}
