using System.Globalization;
using System.Text;

namespace ModelPipeline.Registry;

/// <summary>A release's model card: the card as it was rendered, and a section on the release below.</summary>
internal static class ReleasedCard
{
    private const int MostLineEnds = 3;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts the section below a card.</summary>
    /// <param name="card">The card as it was rendered.</param>
    /// <param name="release">The release.</param>
    public static byte[] Write(string card, ReleaseDocument release) => Utf8.GetBytes(card.TrimEnd('\n') + Section(release));

    /// <summary>The digests that the card may have had as it was rendered, by how many line ends it had; none where the section is not the one of the release.</summary>
    /// <param name="card">The release's card.</param>
    /// <param name="release">The release.</param>
    public static IReadOnlyList<Digest> Rendered(ReadOnlySpan<byte> card, ReleaseDocument release)
    {
        var section = Utf8.GetBytes(Section(release));
        if (!card.EndsWith(section))
            return [];
        var rendered = card[..^section.Length].ToArray();
        return [.. Enumerable.Range(0, MostLineEnds + 1).Select(ends => Digest.Of([.. rendered, .. Enumerable.Repeat((byte)'\n', ends)]))];
    }

    private static string Section(ReleaseDocument release) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n\n## Release\n\n- version: {release.Version}\n- origin: {release.Origin}\n- date: {release.Released.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n");
}
