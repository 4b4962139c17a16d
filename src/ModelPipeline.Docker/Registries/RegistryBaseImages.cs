using System.Globalization;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries;

/// <summary>Pulls bases over the OCI distribution protocol. A pinned base whose parts are all kept is not asked for.</summary>
/// <param name="credentials">Who we are; called when a base is needed.</param>
/// <param name="clock">Waits and measures.</param>
internal sealed class RegistryBaseImages(Func<RegistryCredentials> credentials, TimeProvider clock) : IBaseImages
{
    private const long LongestImage = 10L << 30;

    /// <inheritdoc/>
    public async Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation)
    {
        var source = ImageReference.Parse(reference);
        using var session = new RegistrySession(source, credentials(), clock, pushes: false);
        var pull = new ImagePull(session, new BlobDownload(session, blobs), new Retries(clock, progress));
        try
        {
            var manifest = await pull.FindManifestAsync(source, pinned, cancellation);
            var document = ManifestDocument.Read(manifest.Bytes);
            var config = await pull.ReadConfigAsync(document.RequireConfig(), cancellation);
            var layers = document.RequireLayers();
            if (layers.Sum(layer => Math.Clamp(layer.Size, 0, LongestImage)) > LongestImage)
                throw new InvalidDataException($"its layers have more than {LongestImage >> 30} GB");
            var diffIds = ImageConfiguration.ReadDiffIds(config, layers.Count);
            for (var i = 0; i < layers.Count; i++)
                await pull.FetchAsync(layers[i], () => progress.Report(Message(i)), cancellation);
            return new BaseImage(reference, manifest.Digest, config, [.. layers.Zip(diffIds, pull.Layer)]);

            string Message(int i) => string.Create(CultureInfo.InvariantCulture, $"fetching layer {i + 1} of {layers.Count} from {source.Registry} ({layers[i].Size / 1e6:0.0} MB)");
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"The base {source} cannot be used: {fault.Message}. Name another one as package.base.", fault);
        }
    }
}
