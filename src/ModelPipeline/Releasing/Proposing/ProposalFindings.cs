using System.Globalization;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>What a proposal came to.</summary>
/// <param name="run">The model's run.</param>
/// <param name="version">The proposed version.</param>
/// <param name="checks">What was judged before.</param>
/// <param name="branch">The release's branch.</param>
/// <param name="release">What it holds.</param>
internal sealed class ProposalFindings(ModelRun run, SemanticVersion version, IReadOnlyList<Check> checks, string branch, ProposedRelease release)
{
    /// <summary>In a repository without a host.</summary>
    public StepOutcome WithoutPullRequest() => Outcome(
        $"version {version} on branch {branch}: no pull request, since there is no host to open one on{Afterwards()}",
        Proposed($"{Held()}; there is no host to open a pull request on"), [], []);

    /// <summary>On a host.</summary>
    /// <param name="request">The pull request.</param>
    /// <param name="started">What became of its checks; <see langword="null"/> where nothing was to do.</param>
    public StepOutcome WithPullRequest(PullRequest request, Check? started)
    {
        var name = ReleasePullRequest.NameOf(request);
        var remark = started is null ? "" : $"; {started.Reason}";
        return Outcome(
            $"version {version} in pull request {name}: {ApprovalText.Needed(run.Spec.Release.Approvals)}{remark}{Afterwards()}",
            Proposed($"{Held()}; pull request {name} proposes it"),
            started is null ? [] : [started],
            [new("pull_request", request.Number.ToString(CultureInfo.InvariantCulture)), new("page", request.Page)]);
    }

    private StepOutcome Outcome(string summary, Check proposed, IEnumerable<Check> remarks, IEnumerable<KeyValuePair<string, string>> facts) => new()
    {
        Summary = summary,
        Candidate = release.Folder.Document.Bundle,
        Checks = [.. checks, proposed, .. remarks],
        Facts = new Dictionary<string, string>(
        [
            new("version", version.ToString()),
            new("branch", branch),
            new("commit", release.Commit),
            new("digest", release.Folder.Document.Bundle.ToString()),
            new("tag", ReleaseTag.Of(run.Spec.Name, version)),
            .. facts,
        ]),
    };

    private string Afterwards() => run.Spec.Challenger is { } challenger ? $"; once it is released, {ChallengerText.Afterwards(challenger)}" : "";

    private string Held() => string.Create(CultureInfo.InvariantCulture, $"commit {release.Commit} on {branch} holds {release.Folder.Files.Count} files");

    private static Check Proposed(string reason) => new() { Name = "proposed", Status = Status.Passed, Reason = reason };
}
