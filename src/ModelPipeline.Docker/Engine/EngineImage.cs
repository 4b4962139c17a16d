using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Engine;

/// <summary>An image in the engine.</summary>
/// <param name="Reference">Its name and tag.</param>
/// <param name="Bytes">Its size, unpacked.</param>
/// <param name="IsOurs">Whether it goes when the container goes; false for one that the user had before.</param>
internal sealed record EngineImage(string Reference, long Bytes, bool IsOurs)
{
    /// <summary>Loads an image from its archive.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="image">The image.</param>
    /// <param name="isInUse">Whether a container of another run, or of this one, brought it.</param>
    /// <param name="undoing">Learns how to remove it.</param>
    /// <param name="patience">How long the engine may take.</param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <exception cref="IOException">The engine could not load it, has something else, or has another image of the same name.</exception>
    public static async Task<EngineImage> LoadAsync(
        IDockerClient client, BuiltImage image, bool isInUse, Undoing undoing, EnginePatience patience, CancellationToken cancellation)
    {
        var named = await FindAsync(client, image.Reference, cancellation).ConfigureAwait(false);
        if (named is not null && !IsSame(named, image))
            throw new IOException($"The container engine has another image that is called {image.Reference} ({named.ID}). Remove or rename that one first.");

        var known = named ?? await FindAsync(client, image.Id.ToString(), cancellation).ConfigureAwait(false);
        var isOurs = isInUse || known is null || (named is null && known.RepoTags is [_, ..]);
        if (isOurs)
            undoing.Add($"docker image rm {image.Reference}", late => RemoveAsync(client, image.Reference, late));

        await EngineCall.RunAsync("load the image", () => LoadArchiveAsync(client, image.Archive, patience, cancellation), cancellation).ConfigureAwait(false);
        var loaded = await FindAsync(client, image.Reference, cancellation).ConfigureAwait(false);
        if (loaded is null || !IsSame(loaded, image))
            throw new IOException($"The container engine loaded {image.Archive} and has {(loaded is null ? "no image" : loaded.ID)} as {image.Reference} now, not {image.Id}.");
        return new EngineImage(image.Reference, loaded.Size, isOurs);
    }

    /// <summary>Removes an image, unless containers of others use it.</summary>
    public static Task RemoveAsync(IDockerClient client, string reference, CancellationToken cancellation) => EngineCall.RunAsync(
        $"remove the image {reference}",
        async () =>
        {
            try
            {
                await client.Images.DeleteImageAsync(reference, new ImageDeleteParameters(), cancellation).ConfigureAwait(false);
            }
            catch (DockerApiException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
            {
                // It is gone, or it goes with the last container that uses it.
            }
        },
        cancellation);

    private static async Task LoadArchiveAsync(IDockerClient client, string archive, EnginePatience patience, CancellationToken cancellation)
    {
        using var late = new LateCancellation(cancellation, patience.Grace, patience.Load);
        using var stream = File.OpenRead(archive);
        var messages = new LoadMessages();
        await client.Images.LoadImageAsync(new ImageLoadParameters { Quiet = true }, stream, messages, late.Token).ConfigureAwait(false);
        messages.ThrowOnError();
    }

    private static Task<ImageInspectResponse?> FindAsync(IDockerClient client, string name, CancellationToken cancellation) => EngineCall.RunAsync(
        $"look for the image {name}",
        async () =>
        {
            try
            {
                return await client.Images.InspectImageAsync(name, cancellation).ConfigureAwait(false);
            }
            catch (DockerImageNotFoundException)
            {
                return (ImageInspectResponse?)null;
            }
        },
        cancellation);

    // Engines with containerd's image store know an image by the digest of its manifest.
    private static bool IsSame(ImageInspectResponse found, BuiltImage image) => found.ID == image.Id.ToString() || found.ID == image.Digest.ToString();
}
