using System.Globalization;
using System.Net;
using ModelPipeline.Docker.Registries.Archives;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries;

/// <summary>Brings one blob into a registry; after a fault it goes on where the registry says that it stopped.</summary>
/// <param name="session">The repository.</param>
/// <param name="blob">The blob.</param>
internal sealed class BlobUpload(RegistrySession session, ArchivedBlob blob)
{
    private Uri? _address;

    /// <summary>Brings the blob there. May be called again after a <see cref="TransientException"/>.</summary>
    /// <param name="sending">Is called when there is something to send.</param>
    /// <param name="cancellation">Stops the sending.</param>
    /// <exception cref="InputException">The blob's bytes are not those of its digest, or the registry refuses.</exception>
    public async Task RunAsync(Action sending, CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
            return;
        sending();
        var sent = _address is null ? null : await FindSentAsync(_address, cancellation);
        if (sent is null)
            _address = await BeginAsync(cancellation);
        if (sent is null || sent < blob.Length)
            await SendAsync(sent ?? 0, cancellation);
        await CommitAsync(cancellation);
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        using var reply = await session.ReadAsync(HttpMethod.Head, session.At($"blobs/{blob.Digest}"), [], cancellation);
        return reply.Status switch
        {
            HttpStatusCode.OK => (reply.ContentHeaders.ContentLength ?? blob.Length) == blob.Length
                ? true
                : throw new IOException($"{session.Reference.Registry} has other bytes under {blob.Digest}: {reply.ContentHeaders.ContentLength} instead of {blob.Length}."),
            HttpStatusCode.NotFound => false,
            _ => throw await session.RefusalAsync(reply, "look for a layer of"),
        };
    }

    private async Task<Uri> BeginAsync(CancellationToken cancellation)
    {
        using var reply = await session.SendAsync(HttpMethod.Post, session.At("blobs/uploads/"), _ => new ByteArrayContent([]), [], cancellation);
        return reply.Status == HttpStatusCode.Accepted ? Next(reply) : throw await session.RefusalAsync(reply, "take a layer of");
    }

    /// <summary>How many bytes an upload that broke off has; <see langword="null"/> where it cannot be gone on with.</summary>
    private async Task<long?> FindSentAsync(Uri upload, CancellationToken cancellation)
    {
        using var reply = await session.SendAsync(HttpMethod.Get, upload, null, [], cancellation);
        if (reply.Status != HttpStatusCode.NoContent)
            return null;
        if (reply.Headers.Location is not null)
            _address = Next(reply);
        var range = reply.Headers.TryGetValues("Range", out var values) ? values.First().Split('-') : [];
        return range is ["0" or "bytes=0", var last] && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end > 0 && end < blob.Length
            ? end + 1
            : null;
    }

    private async Task SendAsync(long sent, CancellationToken cancellation)
    {
        BlobContent? content = null;
        using var reply = await session.SendAsync(HttpMethod.Patch, _address!, move => content = new BlobContent(blob, sent, move), [], cancellation);
        if (reply.Status is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            _address = null;
            throw new TransientException($"{session.Reference.Registry} lost an upload");
        }

        if (reply.Status != HttpStatusCode.Accepted)
            throw await session.RefusalAsync(reply, "take a layer of");
        _address = Next(reply);
        if (content!.Digest == blob.Digest)
            return;
        using var ended = await session.SendAsync(HttpMethod.Delete, _address, null, [], cancellation);
        throw new InputException($"The blob {blob.Digest} in '{blob.Archive}' has other bytes. Run the target Package again.");
    }

    private async Task CommitAsync(CancellationToken cancellation)
    {
        var query = _address!.Query.Length > 1 ? $"{_address.Query[1..]}&digest={blob.Digest}" : $"digest={blob.Digest}";
        var address = new UriBuilder(_address) { Query = query }.Uri;
        using var reply = await session.SendAsync(HttpMethod.Put, address, _ => new ByteArrayContent([]), [], cancellation);
        if (reply.Status == HttpStatusCode.Created)
        {
            ContentDigest.Verify(reply, blob.Digest);
            return;
        }

        _address = null;
        throw (int)reply.Status is 404 or 416
            ? new TransientException($"{session.Reference.Registry} lost an upload")
            : await session.RefusalAsync(reply, "take a layer of");
    }

    private Uri Next(RegistryReply reply) => TrustedAddress.Read(session.Reference, reply.Address, reply.Headers.Location, "an upload");
}
