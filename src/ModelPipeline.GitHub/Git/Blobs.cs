using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub.Git;

/// <summary>The contents of files as git has them.</summary>
internal static class Blobs
{
    private const int LongestText = 256 << 10;

    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The hash that git gives to a file's content: SHA-1 over a head and the bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The bytes of an answer, checked against the hash that was asked for.</summary>
    public static byte[] Read(GitHubReply reply, string hash)
    {
        var blob = reply.Read(GitHubJson.Default.BlobDocument);
        if (blob.Encoding != "base64")
            throw reply.Unreadable($"its encoding is {QuotedText.Of(blob.Encoding)}, not base64");
        try
        {
            var bytes = Convert.FromBase64String(blob.Content);
            return bytes.Length == blob.Size && HashOf(bytes) == hash ? bytes : throw reply.Unreadable("its bytes are not those of the hash");
        }
        catch (FormatException fault)
        {
            throw reply.Unreadable("its content is no base64", fault);
        }
    }

    /// <summary>The text whose UTF-8 bytes a file is; <see langword="null"/> where it is no plain text, or a long one.</summary>
    public static string? TextOf(ReadOnlySpan<byte> content)
    {
        if (content.Length > LongestText || content.Contains((byte)0) || content.StartsWith(Encoding.UTF8.Preamble))
            return null;
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
