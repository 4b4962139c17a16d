namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The number that identifies a bill.</summary>
internal static class SerialNumber
{
    /// <summary>A UUID of version 8 (RFC 9562, section 5.8): the first 122 free bits of the SHA-256 over both digests.</summary>
    /// <param name="image">The image's digest.</param>
    /// <param name="bundle">The model's digest.</param>
    public static Guid Of(Digest image, Digest bundle)
    {
        var bytes = Convert.FromHexString(Digest.Of($"{image}\n{bundle}").Hex).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
