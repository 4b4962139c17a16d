using ModelPipeline.Git;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>A host in memory with what a proposal needs of it.</summary>
internal sealed class ProposalHost : IReleaseHost
{
    public ProposalHost()
    {
        Git = new ProposalGit(Calls);
        Requests = new ProposalRequests(Calls, Git);
        Workflows = new ProposalReports(Calls, Git, Requests);
    }

    public RemoteCalls Calls { get; } = new();

    public ProposalGit Git { get; }

    public ProposalRequests Requests { get; }

    public ProposalReports Workflows { get; }

    /// <summary>The artifacts by tag.</summary>
    public Dictionary<string, ProposalStore> Artifacts { get; } = [];

    public string Name => "acme/models";

    IGitRemote IReleaseHost.Git => Git;

    public IPullRequests PullRequests => Requests;

    public IPullRequestReports Reports => Workflows;

    public IReleasePages Releases => throw new NotSupportedException();

    public string PageOf(string path) => $"https://host.example/acme/models/{path}";

    /// <summary>This host as a place, for someone who triggers a proposal.</summary>
    public ReleasePlace Place(params Account[] actors) => new(Git, this, StoreOf, actors);

    /// <summary>This repository without its host.</summary>
    public ReleasePlace PlainGit() => new(Git, null, StoreOf, []);

    private ProposalStore StoreOf(string tag) => Artifacts.TryGetValue(tag, out var store) ? store : Artifacts[tag] = new ProposalStore(Calls);

    /// <summary>Everything that is there, to be compared with another host's.</summary>
    public string Snapshot() => string.Join(
        '\n',
        [
            .. Git.Branches.OrderBy(branch => branch.Key, StringComparer.Ordinal).Select(branch => $"{branch.Key} {branch.Value}"),
            .. Requests.All.Select(request => $"{request.Number} {request.IsOpen} {request.Title} {request.Head} {Digest.Of(request.Body)}"),
            .. Artifacts.SelectMany(store => store.Value.Stored.Select(artifact => $"{store.Key} {artifact.Value.Name} {artifact.Key}")).Order(StringComparer.Ordinal),
            .. Requests.Checks.Select(check => $"{check.Key} {check.Value.Count}"),
        ]);
}
