using ModelPipeline.Docker.Images;

namespace ModelPipeline.Docker.Tests.Images;

/// <summary>A registry that has nothing.</summary>
internal sealed class NoBases : IBaseImages
{
    public Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation) =>
        throw new InputException($"There is no {reference}.");
}
