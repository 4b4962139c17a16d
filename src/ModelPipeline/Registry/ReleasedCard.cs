using System.Globalization;
using System.Text;

namespace ModelPipeline.Registry;

/// <summary>A release's model card: the card as it was rendered, and a section on the release below.</summary>
internal static class ReleasedCard
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts the section below a card.</summary>
    /// <param name="card">The card as it was rendered.</param>
    /// <param name="release">The release.</param>
    public static byte[] Write(string card, ReleaseDocument release) => Utf8.GetBytes(card + Section(release));

    /// <summary>The digest of the card as it was rendered; <see langword="null"/> where the section below it is not the one of the release.</summary>
    /// <param name="card">The release's card.</param>
    /// <param name="release">The release.</param>
    public static Digest? Rendered(ReadOnlySpan<byte> card, ReleaseDocument release)
    {
        var section = Utf8.GetBytes(Section(release));
        return card.EndsWith(section) ? Digest.Of(card[..^section.Length]) : null;
    }

    private static string Section(ReleaseDocument release) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n\n## Release\n\n- version: {release.Version}\n- origin: {release.Origin}\n- date: {release.Released.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n");
}
