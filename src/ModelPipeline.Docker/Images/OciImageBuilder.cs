using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images;

/// <summary>Writes OCI images without a container engine.</summary>
public sealed class OciImageBuilder : IImageBuilder
{
    private const string Runtime = "linux-x64";
    private const string Program = "ModelPipeline.Scoring";

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "scoring", Runtime);

    /// <inheritdoc/>
    public ServicePayload Payload => File.Exists(Path.Combine(_folder, Program))
        ? new ServicePayload(_folder, Path.Combine(_folder, Program))
        : throw new InputException($"The scoring service is missing: there is no '{Path.Combine(_folder, Program)}'. Build the host again, with the package ModelPipeline.Docker.");

    /// <inheritdoc/>
    public Task<BuiltImage> BuildAsync(ImageRequest request, IProgress<string> progress, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FaultsAsync(string archive, BuiltImage expected, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
