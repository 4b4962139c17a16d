using ModelPipeline.GitHub.Tests.Double;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Fixtures;

/// <summary>The adapter on a GitHub of the tests.</summary>
internal sealed class Adapter : IAsyncDisposable
{
    private readonly List<GitHubReleaseHost> _hosts = [];

    private Adapter(World world)
    {
        World = world;
        Host = With(world.GitHub.ActionsToken());
    }

    public World World { get; }

    public GitHubDouble GitHub => World.GitHub;

    public GitHubRepository Models => World.Models;

    public GitHubReleaseHost Host { get; }

    public static async Task<Adapter> StartAsync() => new(await World.StartAsync());

    public GitHubReleaseHost With(string token)
    {
        var host = new GitHubReleaseHost(new GitHubSettings(GitHub.Address, GitHub.PageAddress, "acme/models", token), new LeapingClock(), Hosts.Patient, null);
        _hosts.Add(host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            host.Dispose();
        await World.DisposeAsync();
    }
}
