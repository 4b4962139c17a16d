using ModelPipeline.Git;
using ModelPipeline.GitHub.Git;
using ModelPipeline.GitHub.PullRequests;
using ModelPipeline.GitHub.Releases;
using ModelPipeline.GitHub.Reports;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub;

/// <summary>A repository on GitHub, where releases are proposed, approved and published.</summary>
public sealed class GitHubReleaseHost : IReleaseHost, IDisposable
{
    private readonly GitHubSettings _settings;
    private readonly GitHubConnection _connection;

    internal GitHubReleaseHost(GitHubSettings settings, TimeProvider clock, GitHubLimits limits, IProgress<string>? progress)
    {
        _settings = settings;
        _connection = new GitHubConnection(new ApiAddress(settings.Api), settings.Token, clock, limits, progress);
        var repository = new HostedRepository(_connection, settings.Repository);
        Git = new GitHubGit(repository);
        PullRequests = new GitHubPullRequests(repository);
        Reports = new GitHubReports(repository);
        Releases = new GitHubReleases(repository);
    }

    /// <inheritdoc/>
    public string Name => _settings.Repository;

    /// <inheritdoc/>
    public IGitRemote Git { get; }

    /// <inheritdoc/>
    public IPullRequests PullRequests { get; }

    /// <inheritdoc/>
    public IPullRequestReports Reports { get; }

    /// <inheritdoc/>
    public IReleasePages Releases { get; }

    /// <summary>The repository that the environment names in <c>GITHUB_REPOSITORY</c> and <c>GITHUB_TOKEN</c>, <c>GITHUB_API_URL</c> and <c>GITHUB_SERVER_URL</c>. Nothing is sent.</summary>
    /// <param name="clock">Waits for rate limits.</param>
    /// <param name="progress">Takes why it waits; <see langword="null"/> for nobody.</param>
    /// <returns><see langword="null"/> where the environment names no repository or no token.</returns>
    /// <exception cref="InputException">Values are malformed.</exception>
    public static GitHubReleaseHost? FromEnvironment(TimeProvider clock, IProgress<string>? progress = null) =>
        GitHubSettings.Read(Environment.GetEnvironmentVariable) is { } settings ? new GitHubReleaseHost(settings, clock, GitHubLimits.Of(settings.Api), progress) : null;

    /// <inheritdoc/>
    public string PageOf(string path) => $"{_settings.Server}{_settings.Repository}/{path}";

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _connection.Dispose();
}
