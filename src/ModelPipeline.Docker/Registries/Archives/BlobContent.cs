using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace ModelPipeline.Docker.Registries.Archives;

/// <summary>The body of a request: a blob, or what of it is still to be sent. It is read from the archive as it is sent, and its digest computed over all of it.</summary>
internal sealed class BlobContent : HttpContent
{
    private readonly ArchivedBlob _blob;
    private readonly long _sent;
    private readonly Action _move;

    /// <summary>Describes the body.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="sent">How many bytes of it the registry has already.</param>
    /// <param name="move">Is called whenever some bytes went.</param>
    public BlobContent(ArchivedBlob blob, long sent, Action move)
    {
        (_blob, _sent, _move) = (blob, sent, move);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        Headers.TryAddWithoutValidation("Content-Range", $"{sent}-{blob.Length - 1}");
    }

    /// <summary>The digest of the blob, what the registry had already included; <see langword="null"/> until it is all sent.</summary>
    public Digest? Digest { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var archive = _blob.Open();
        var buffer = new byte[64 << 10];
        for (var position = 0L; position < _blob.Length;)
        {
            var end = position < _sent ? _sent : _blob.Length;
            var count = (int)Math.Min(buffer.Length, end - position);
            await archive.ReadExactlyAsync(buffer.AsMemory(0, count), cancellation);
            hash.AppendData(buffer, 0, count);
            if (position >= _sent)
                await stream.WriteAsync(buffer.AsMemory(0, count), cancellation);
            position += count;
            _move();
        }

        Digest = ModelPipeline.Digest.Parse("sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _blob.Length - _sent;
        return true;
    }
}
