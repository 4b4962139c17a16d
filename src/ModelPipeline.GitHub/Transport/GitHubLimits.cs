namespace ModelPipeline.GitHub.Transport;

/// <summary>How long and how often GitHub is waited for.</summary>
internal sealed record GitHubLimits
{
    /// <summary>How long one request may take, its answer included.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long the upload or download of one file may take.</summary>
    public TimeSpan Transfer { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a request is repeated whose answer was lost or an error of the server.</summary>
    public int Repeats { get; init; } = 3;

    /// <summary>The wait before the first repeat; it doubles with each.</summary>
    public TimeSpan RepeatDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a rate limit is waited out for one request.</summary>
    public int RateWaits { get; init; } = 5;

    /// <summary>How long one request waits for rate limits altogether: a primary limit lasts up to an hour.</summary>
    public TimeSpan RateWaitTotal { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>The time between two changes. GitHub asks for a second, which also keeps below its 80 changes a minute.</summary>
    public TimeSpan BetweenChanges { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest JSON answer, in bytes.</summary>
    public int JsonBytes { get; init; } = 64 << 20;

    /// <summary>The largest file, in bytes. GitHub's own limit for an asset is 2 GiB.</summary>
    public long FileBytes { get; init; } = 2L << 30;

    /// <summary>How many pages a list may have.</summary>
    public int Pages { get; init; } = 100;

    /// <summary>The limits of a server. One on this very machine is not GitHub's: it asks for no time between changes, and says so where it is asked too much.</summary>
    /// <param name="api">Where its API is.</param>
    public static GitHubLimits Of(Uri api) => api.IsLoopback ? new() { BetweenChanges = TimeSpan.Zero } : new();
}
