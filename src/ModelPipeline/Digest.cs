using System.Security.Cryptography;
using System.Text;

namespace ModelPipeline;

/// <summary>A SHA-256 digest, written <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest
{
    private const string Prefix = "sha256:";
    private readonly string? _text;

    private Digest(string text) => _text = text;

    /// <summary>The digest of bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes) => FromHash(SHA256.HashData(bytes));

    /// <summary>The digest of a text's UTF-8 bytes.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a file's bytes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Digest OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return FromHash(SHA256.HashData(stream));
    }

    /// <summary>The digest of a stream's bytes, from its position to its end.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    internal static async Task<Digest> OfAsync(Stream content, CancellationToken cancellation) =>
        FromHash(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static Digest Parse(string text) =>
        TryParse(text, out var digest) ? digest : throw new FormatException($"'{text}' is not a digest: expected '{Prefix}' and 64 lower-case hexadecimal digits.");

    /// <summary>Reads the written form; false where the text is not one.</summary>
    public static bool TryParse(string? text, out Digest digest)
    {
        var valid = text?.Length == Prefix.Length + 64
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdef") < 0;
        digest = valid ? new Digest(text!) : default;
        return valid;
    }

    /// <summary>The 64 hexadecimal digits alone.</summary>
    public string Hex => ToString()[Prefix.Length..];

    /// <summary>The first 12 hexadecimal digits, for people.</summary>
    public string Short => Hex[..12];

    /// <inheritdoc/>
    public override string ToString() => _text ?? throw new InvalidOperationException("This digest was never computed.");

    private static Digest FromHash(byte[] hash) => new(Prefix + Convert.ToHexStringLower(hash));
}
