using ModelPipeline;
using ModelPipeline.Packaging;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Stands for the image registry that a host did not set.</summary>
internal sealed class UnconfiguredImageRegistry : IImageRegistry
{
    public Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation) => throw new InputException(
        "The host has no image registry: call UseImageRegistry(new OciRegistry(TimeProvider.System)) of the package ModelPipeline.Docker in Program.cs.");
}
