using ModelPipeline;
using ModelPipeline.Packaging;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Stands for the image registry that a host did not set.</summary>
internal sealed class UnconfiguredImageRegistry : IImageRegistry
{
    public Task<Digest?> FindAsync(string reference, IProgress<string> progress, CancellationToken cancellation) => throw Missing();

    public Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation) => throw Missing();

    private static InputException Missing() => new(
        "The host has no image registry: call UseImageRegistry(new OciRegistry(TimeProvider.System)) of the package ModelPipeline.Docker in Program.cs.");
}
