using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;

namespace ModelPipeline.Cards;

/// <summary>Gathers what a release's pull request shows: from the release and its evidence as they are committed.</summary>
internal static class PullRequestBuilder
{
    private const int MostCauses = 3;

    /// <summary>Builds the pull request's document.</summary>
    /// <param name="spec">The model's spec.</param>
    /// <param name="release">The release.</param>
    /// <param name="evidence">The evidence of every step that a release needs.</param>
    /// <param name="commit">The commit that holds the release.</param>
    /// <param name="tag">The tag that it gets.</param>
    /// <param name="links">Links to the release's files.</param>
    public static PullRequestDocument Build(
        ModelSpec spec, ReleaseDocument release, IReadOnlyList<StepEvidence> evidence, string commit, string tag, IReadOnlyList<PullRequestLink> links)
    {
        var card = CardBuilder.Build(spec, evidence);
        return new PullRequestDocument
        {
            Name = release.Model,
            Description = spec.Description,
            Version = release.Version,
            Bundle = release.Bundle.ToString(),
            Commit = commit,
            Facts = Facts(spec.Challenger, release, evidence),
            Bump = release.Bump is { } bump ? $"{bump} after {release.Champion?.Version}" : "first release",
            Changes = release.Changes,
            Steps = [.. evidence.Select(step => new CardStep(step.Step, StatusNames.Of(step.Status), step.Summary))],
            Metrics = card.Metrics,
            Compared = card.Compared,
            Differences = card.Differences,
            Causes = [.. card.Causes.Take(MostCauses)],
            Speed = card.Speed,
            Serving = card.Serving,
            Links = links,
            Needs = [.. Needs(spec.Release)],
            Tag = tag,
        };
    }

    private static List<CardFact> Facts(ChallengerSpec? challenger, ReleaseDocument release, IReadOnlyList<StepEvidence> evidence)
    {
        var facts = new List<CardFact> { new("replaces", release.Champion is { } champion ? $"{champion.Version} ({champion.Digest})" : "nothing: it is the model's first release") };
        if (release.Image is { } image)
            facts.Add(new("image", image.Name is null ? $"{image.Digest}, pushed nowhere" : $"{image.Digest}, to be pushed to {image.Name}"));
        var isDirty = evidence.Any(step => step.Facts.GetValueOrDefault("provenance.dirty_tree") == "yes");
        facts.Add(new("trained at the commit", $"{release.Commit ?? "unknown"}{(isDirty ? ", with uncommitted changes" : "")}"));
        if (challenger is not null)
        {
            facts.Add(new("challenger", ChallengerText.Of(challenger)));
            facts.Add(new("once it is released", ChallengerText.Afterwards(challenger)));
        }

        facts.Add(new("data", release.Data.ToString()));
        facts.Add(new("proposed by", release.Proposers is { Count: > 0 } proposers ? string.Join(", ", proposers.Select(proposer => proposer.Login)) : "unknown"));
        return facts;
    }

    private static IEnumerable<string> Needs(ReleaseSpec release)
    {
        yield return ApprovalText.Of(release.Approvals);
        if (release.CodeOwners)
            yield return "an approval of an owner of every changed file that has owners in CODEOWNERS";
        if (release.Checks.Count > 0)
            yield return $"successful checks on this commit: {string.Join(", ", release.Checks)}";
    }
}
