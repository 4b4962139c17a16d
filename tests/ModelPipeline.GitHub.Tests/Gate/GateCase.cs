using ModelPipeline.Specs;
using ModelPipeline.Tests.Releasing;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Gate;

/// <summary>The gate's cases by their numbers in its rules, each over HTTP on a whole repository with one pull request.</summary>
public abstract class GateCase : IAsyncLifetime
{
    private protected GateWorld World { get; private set; } = null!;

    private protected GitHubDouble GitHub => World.GitHub;

    private protected ReleaseScene Scene => World.Scene;

    private protected GitHubAccount Rita => World.Rita;

    private protected GitHubAccount Sam => World.Sam;

    private protected ReleaseSpec Policy
    {
        set => Scene.Policy = value;
    }

    public async ValueTask InitializeAsync() => World = await GateWorld.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected void Review(GitHubAccount by, params string[] states)
    {
        foreach (var state in states)
            World.Review(by, state);
    }

    /// <summary>Begins anew, where a case needs another base or a fork.</summary>
    private protected async Task RestartAsync(Action<ReleaseScene>? before = null, bool isOfFork = false)
    {
        await World.DisposeAsync();
        World = await GateWorld.StartAsync(before, isOfFork);
    }

    private protected async Task ShouldNotCountAsync(GitHubAccount by, string why)
    {
        Review(by, "APPROVED");

        var ruling = await World.ShouldBeAsync(Releasing.GateDecision.Pending, "approvals", $"0 of 1 needed approval; not counted: {by.Login} ({why})");

        ruling.Reviewers.ShouldHaveSingleItem().Counts.ShouldBeFalse();
    }
}
