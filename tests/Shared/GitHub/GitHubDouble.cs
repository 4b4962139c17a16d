using Shared.GitHub.Api;
using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <summary>
/// A GitHub of our own on loopback: its REST API over HTTP, its state in memory, its faults as a test says. Accounts, repositories and tokens are made by
/// the other parts; every control may be called at any time, also from a hook while a request waits.
/// </summary>
internal sealed partial class GitHubDouble : IAsyncDisposable
{
    private readonly List<FakeRequest> _requests = [];
    private readonly TimeProvider _clock;
    private readonly ApiServer _server;
    private long _lastId = 3_000_000_000;
    private int _asked;

    private GitHubDouble(TimeProvider clock, string prefix)
    {
        _clock = clock;
        Prefix = prefix;
        History = new(Objects);
        Ghost = Add("ghost", 10137, "User", "ghost@users.noreply.github.com");
        WebFlow = Add("web-flow", 19864447, "User", "noreply@github.com");
        Actions = new(15368, "github-actions", Add("github-actions[bot]", 41898282, "Bot", "41898282+github-actions[bot]@users.noreply.github.com"));
        _server = new(this);
    }

    /// <summary>Where the API is, for example <c>http://127.0.0.1:4711/api/v3/</c>.</summary>
    public Uri Address => new(_server.Address, Prefix);

    /// <summary>The path in front of every endpoint: empty, or a path that ends in a slash.</summary>
    public string Prefix { get; }

    /// <summary>Where assets are uploaded to: another host.</summary>
    public Uri UploadAddress => _server.UploadAddress;

    /// <summary>Where assets are downloaded from: another host, which refuses tokens.</summary>
    public Uri DownloadAddress => _server.DownloadAddress;

    /// <summary>Where pages for people are.</summary>
    public Uri PageAddress => _server.Address;

    /// <summary>Limits on requests.</summary>
    public RateLimits Limits { get; } = new();

    /// <summary>What goes wrong with a request; <see langword="null"/> where nothing does.</summary>
    public Func<FakeRequest, Fault?>? Faults { get; set; }

    /// <summary>Called before a request is processed, outside of the lock: may change the state, or stop the one who asks.</summary>
    public Action<FakeRequest>? OnBefore { get; set; }

    /// <summary>Called when a request was processed and its response is not yet sent, outside of the lock.</summary>
    public Action<FakeRequest>? OnAfter { get; set; }

    /// <summary>What it was asked so far, in order of arrival.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (Lock)
                return [.. _requests];
        }
    }

    /// <summary>What it was asked to change so far, refused or not.</summary>
    public IReadOnlyList<FakeRequest> Changes => [.. Requests.Where(request => request.IsMutating)];

    /// <summary>Requests that came before the time that an earlier answer's <c>retry-after</c> or <c>x-ratelimit-reset</c> named.</summary>
    public IReadOnlyList<FakeRequest> EarlyRequests => [.. Requests.Where(request => request.IsEarly)];

    internal Lock Lock { get; } = new();

    internal ObjectStore Objects { get; } = new();

    internal History History { get; }

    /// <summary>The server's time, in whole seconds as the API tells times.</summary>
    internal DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(_clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Starts one.</summary>
    /// <param name="clock">The clock of all server times.</param>
    /// <param name="prefix">The path in front of every endpoint, for example <c>api/v3/</c>; empty for none.</param>
    public static async Task<GitHubDouble> StartAsync(TimeProvider clock, string prefix = "")
    {
        var github = new GitHubDouble(clock, prefix);
        await github._server.StartAsync();
        return github;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ForgetRequests()
    {
        lock (Lock)
            _requests.Clear();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal long NextId() => Interlocked.Increment(ref _lastId);

    internal FakeRequest Log(Func<int, DateTimeOffset, FakeRequest> request)
    {
        lock (Lock)
        {
            var now = _clock.GetUtcNow();
            var made = request(++_asked, now);
            made.IsEarly = now < Limits.ToldToWaitUntil;
            _requests.Add(made);
            return made;
        }
    }
}
