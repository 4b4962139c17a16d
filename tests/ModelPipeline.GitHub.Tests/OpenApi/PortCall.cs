namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>A call of a member of the host's ports with realistic arguments.</summary>
/// <param name="Member">The port and its member, for example <c>IGitRemote.TipAsync</c>; of overloads with the first parameter, for example <c>IGitRemote.TagsAsync(prefix)</c>.</param>
/// <param name="Make">Makes it on a host, whose API is at an address.</param>
internal sealed record PortCall(string Member, Func<GitHubReleaseHost, Uri, Task> Make)
{
    /// <summary>Whether there is no such ref.</summary>
    public bool IsRefAbsent { get; init; }

    /// <summary>Whether the client refuses what it reads: the examples are of different repositories and do not fit together.</summary>
    public bool IsMisfit { get; init; }

    /// <summary>Changes what the examples say, where the client would stop otherwise.</summary>
    public Func<string, string> Edit { get; init; } = body => body;
}
