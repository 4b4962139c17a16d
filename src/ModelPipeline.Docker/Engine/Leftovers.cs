using Docker.DotNet;
using Docker.DotNet.Models;

namespace ModelPipeline.Docker.Engine;

/// <summary>Containers of runs of this and other processes.</summary>
internal static class Leftovers
{
    /// <summary>Removes what processes left that were killed.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Stops the removing.</param>
    /// <returns>The names of images that go with containers of processes that still run.</returns>
    public static async Task<IReadOnlySet<string>> RemoveAsync(IDockerClient client, CancellationToken cancellation)
    {
        var labelled = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [ContainerLabels.Run] = true } };
        var containers = await EngineCall.RunAsync(
            "list its containers",
            () => client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = labelled }, cancellation),
            cancellation).ConfigureAwait(false);

        var inUse = new HashSet<string>(StringComparer.Ordinal);
        foreach (var container in containers)
        {
            var image = container.Labels.TryGetValue(ContainerLabels.Loaded, out var loaded) ? loaded : string.Empty;
            if (ContainerOwner.Parse(container.Labels[ContainerLabels.Run]) is { } owner && owner.HasEnded())
            {
                await EngineContainer.RemoveAsync(client, container.ID, cancellation).ConfigureAwait(false);
                if (image.Length > 0)
                    await EngineImage.RemoveAsync(client, image, cancellation).ConfigureAwait(false);
            }
            else if (image.Length > 0)
            {
                inUse.Add(image);
            }
        }

        return inUse;
    }
}
