using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A store beside the host that holds the image's archive, until a test loses it.</summary>
internal sealed class StoredImage : IArtifactStore
{
    public byte[]? Bytes { get; set; } = PublishingHost.Image;

    public Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation) => Bytes is { } bytes && Digest.Of(bytes) == digest
        ? Task.FromResult<Stream>(new MemoryStream(bytes, writable: false))
        : throw new FileNotFoundException($"{digest} is not stored");
}
