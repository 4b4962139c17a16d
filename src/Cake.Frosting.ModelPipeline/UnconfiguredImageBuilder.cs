using ModelPipeline;
using ModelPipeline.Packaging;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Stands for the image builder that a host did not set.</summary>
internal sealed class UnconfiguredImageBuilder : IImageBuilder
{
    private static InputException Missing => new("The host has no image builder: call UseImageBuilder(new OciImageBuilder(TimeProvider.System)) of the package ModelPipeline.Docker in Program.cs.");

    public ServicePayload Payload => throw Missing;

    public Digest ReadSurroundings(ImageRequest request) => throw Missing;

    public Task<BuiltImage> BuildAsync(ImageRequest request, IProgress<string> progress, CancellationToken cancellation) => throw Missing;

    public Task<IReadOnlyList<string>> FaultsAsync(string archive, BuiltImage expected, CancellationToken cancellation) => throw Missing;
}
