using System.Security.Cryptography;

namespace ModelPipeline.Data.Reading;

/// <summary>Hashes what is read through it, so that what was hashed is what was parsed.</summary>
internal sealed class HashingStream(Stream source) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        _hash.AppendData(buffer[..read]);
        return read;
    }

    /// <summary>Reads what is left, and gives the digest of all of it.</summary>
    public Digest Finish()
    {
        CopyTo(Null);
        return Digest.Parse("sha256:" + Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
