using System.Globalization;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace ModelPipeline.Docker.Engine;

/// <summary>What is done with a container, by its name.</summary>
internal static class EngineContainer
{
    private const uint SecondsToStop = 5;
    private const int LongestWarning = 500;
    private const long Killed = 137;

    /// <summary>Creates a container.</summary>
    /// <exception cref="IOException">The engine refuses, or does not limit it as it should.</exception>
    public static async Task CreateAsync(IDockerClient client, CreateContainerParameters settings, EnginePatience patience, CancellationToken cancellation)
    {
        using var late = new LateCancellation(cancellation, patience.Grace, patience.Answer);
        var created = await EngineCall.RunAsync("create the container", () => client.Containers.CreateContainerAsync(settings, late.Token), cancellation).ConfigureAwait(false);
        var container = await InspectAsync(client, created.ID, cancellation).ConfigureAwait(false);
        var dropped = string.Join(", ", ContainerSettings.Dropped(settings.HostConfig, container.HostConfig));
        if (dropped.Length > 0)
            throw new IOException($"The container engine does not limit {dropped}. It says: {QuotedText.Escape(string.Join(' ', created.Warnings ?? []), LongestWarning)}");
    }

    /// <summary>Starts a container.</summary>
    public static Task StartAsync(IDockerClient client, string name, CancellationToken cancellation) => EngineCall.RunAsync(
        "start the container",
        () => client.Containers.StartContainerAsync(name, new ContainerStartParameters(), cancellation),
        cancellation);

    /// <summary>The host's port of a container that was started.</summary>
    /// <exception cref="IOException">It has none; where it has ended, the message tells how.</exception>
    public static async Task<int> ReadPortAsync(IDockerClient client, string name, CancellationToken cancellation)
    {
        var container = await InspectAsync(client, name, cancellation).ConfigureAwait(false);
        if (container.NetworkSettings?.Ports?.TryGetValue(ContainerSettings.Port, out var bindings) is true
            && bindings is [{ HostPort: var text }, ..]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        var end = await ReadEndAsync(client, name, cancellation).ConfigureAwait(false);
        throw new IOException(end is null ? $"The container engine did not publish port {ContainerSettings.Port}." : $"The container ended at once: {end}.");
    }

    /// <summary>How a container ended; <see langword="null"/> while it runs.</summary>
    public static async Task<string?> ReadEndAsync(IDockerClient client, string name, CancellationToken cancellation)
    {
        var container = await InspectAsync(client, name, cancellation).ConfigureAwait(false);
        if (container.State.Running)
            return null;
        var words = await EngineCall.RunAsync("show the container's log", () => LastWords.ReadAsync(client, name, cancellation), cancellation).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"exit code {container.State.ExitCode}{Cause(container.State)}; {words}");
    }

    /// <summary>Stops a container: asks it, then kills it.</summary>
    public static Task StopAsync(IDockerClient client, string name, CancellationToken cancellation) => EngineCall.RunAsync(
        $"stop the container {name}",
        async () =>
        {
            try
            {
                await client.Containers.StopContainerAsync(name, new ContainerStopParameters { WaitBeforeKillSeconds = SecondsToStop }, cancellation).ConfigureAwait(false);
            }
            catch (DockerContainerNotFoundException)
            {
                // Somebody else removed it.
            }
        },
        cancellation);

    /// <summary>Removes a container with its anonymous volumes, whatever it does.</summary>
    public static Task RemoveAsync(IDockerClient client, string name, CancellationToken cancellation) => EngineCall.RunAsync(
        $"remove the container {name}",
        async () =>
        {
            try
            {
                var parameters = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
                await client.Containers.RemoveContainerAsync(name, parameters, cancellation).ConfigureAwait(false);
            }
            catch (DockerApiException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
            {
                // It is gone, or another process is removing it.
            }
        },
        cancellation);

    // An engine may learn of a lack of memory too late to say so.
    private static string Cause(ContainerState state) => state switch
    {
        { OOMKilled: true } => ", killed for want of memory",
        { ExitCode: Killed } => ", killed, perhaps for want of memory",
        _ => string.Empty,
    };

    private static Task<ContainerInspectResponse> InspectAsync(IDockerClient client, string name, CancellationToken cancellation) =>
        EngineCall.RunAsync("describe the container", () => client.Containers.InspectContainerAsync(name, cancellation), cancellation);
}
