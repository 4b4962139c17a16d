namespace ModelPipeline.Docker.Images.Bases;

/// <summary>Stands where no client of registries is configured.</summary>
internal sealed class NoRegistry : IBaseImages
{
    public Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation) =>
        throw new InputException($"The base {QuotedText.Of(reference)} is in a registry, and this host reaches none. Use an archive or scratch (package.base in model.yaml).");
}
