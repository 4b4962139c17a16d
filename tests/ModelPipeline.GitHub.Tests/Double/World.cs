using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

/// <summary>A GitHub with <c>acme/models</c>, alice who writes there and bob who writes there too, and alice's client.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly List<Client> _clients = [];

    private World(GitHubDouble github, ManualClock clock)
    {
        (GitHub, Clock) = (github, clock);
        Alice = github.User("alice", 1);
        Bob = github.User("bob", 2);
        Models = github.Repository(github.Organisation("acme"), "models")
            .Grant(Alice, GitHubAccess.Write).Grant(Bob, GitHubAccess.Write);
        Client = With(github.TokenOf(Alice));
    }

    public GitHubDouble GitHub { get; }

    public ManualClock Clock { get; }

    public GitHubAccount Alice { get; }

    public GitHubAccount Bob { get; }

    public GitHubRepository Models { get; }

    public Client Client { get; }

    public static async Task<World> StartAsync(string prefix = "api/v3/")
    {
        var clock = new ManualClock();
        return new(await GitHubDouble.StartAsync(clock, prefix), clock);
    }

    /// <summary>A client with another token.</summary>
    public Client With(string? token)
    {
        var client = new Client(GitHub, token);
        _clients.Add(client);
        return client;
    }

    /// <summary>Alice's pull request of a branch with one file, a minute later.</summary>
    public GitHubPullRequest Propose(string branch = "feature", string text = "one\n")
    {
        Models.Push(branch, new() { { "models/churn/notes.txt", text } }, Alice);
        var request = Models.OpenPullRequest(branch, Alice);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await GitHub.DisposeAsync();
    }
}
