using ModelPipeline.Packaging;
using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Packaging;

/// <summary>Writes an archive that says what was asked for.</summary>
internal sealed class FakeImageBuilder : IImageBuilder
{
    public List<ImageRequest> Requests { get; } = [];

    public IReadOnlyList<string> Faults { get; set; } = [];

    public ServicePayload Payload { get; init; } = new("/nowhere", "/nowhere/service");

    /// <summary>What the base is.</summary>
    public string Surroundings { get; set; } = "libraries";

    public Digest ReadSurroundings(ImageRequest request) => Digest.Of(Surroundings);

    public Task<BuiltImage> BuildAsync(ImageRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        Requests.Add(request);
        AtomicFile.WriteText(request.Archive, "image");
        return Task.FromResult(new BuiltImage
        {
            Archive = request.Archive,
            Digest = Digest.Of($"manifest {request.Bundle.Digest}"),
            Id = Digest.Of("configuration"),
            Reference = $"{request.Name}:{request.Bundle.Digest.Short}",
            Layers = [new ImageLayer("runtime", Digest.Of("runtime"), 15 << 20, true), new ImageLayer("model", Digest.Of("model"), 1 << 20, false)],
            Base = "scratch",
            Components = [],
        });
    }

    public Task<IReadOnlyList<string>> FaultsAsync(string archive, BuiltImage expected, CancellationToken cancellation) => Task.FromResult(Faults);
}
