using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Cards;

public sealed class PullRequestBuilderTests : IDisposable
{
    private readonly PipelineFolder _folder = new();

    private static ReleaseDocument Release { get; } = new()
    {
        Model = "churn",
        Version = "1.3.0",
        Bundle = Digest.Of("candidate"),
        Origin = ReleaseDocument.Proposed,
        Released = DateTimeOffset.UnixEpoch,
        Tool = "0.1.0",
        Data = Digest.Of("data"),
        Spec = Digest.Of("spec"),
        Files = [],
        Champion = new Baseline("1.2.0", Digest.Of("champion")),
        Bump = "minor",
        Changes = ["minor: input 'age' is new and need not be sent"],
        Commit = "c0ffee",
        Proposers = [new ReleaseProposer(1, "ann"), new ReleaseProposer(2, "ci[bot]")],
        Image = new ReleaseImage(Digest.Of("image"), "ghcr.io/acme/churn"),
    };

    [Fact]
    public void The_release_is_described()
    {
        var request = Build(Release);

        (request.Name, request.Version, request.Bundle, request.Commit, request.Tag).ShouldBe(("churn", "1.3.0", $"{Digest.Of("candidate")}", "abc", "churn@v1.3.0"));
        (request.Bump, request.Changes.Single()).ShouldBe(("minor after 1.2.0", "minor: input 'age' is new and need not be sent"));
        request.Facts.ShouldBe(
        [
            new CardFact("replaces", $"1.2.0 ({Digest.Of("champion")})"),
            new CardFact("image", $"{Digest.Of("image")}, to be pushed to ghcr.io/acme/churn"),
            new CardFact("trained at the commit", "c0ffee"),
            new CardFact("data", $"{Digest.Of("data")}"),
            new CardFact("proposed by", "ann, ci[bot]"),
        ]);
    }

    [Fact]
    public void A_challenger_is_told_and_what_to_do_once_it_is_released()
    {
        _folder.Spec = _folder.Spec with { Challenger = new ChallengerSpec("trees", "Trees see more.", ["train", "benchmark"]) };

        var facts = Build(Release with { Challenger = "trees" }).Facts;

        facts.ShouldContain(new CardFact("challenger", "trees: train, benchmark as challengers/trees.yaml says, all else as model.yaml does. Trees see more."));
        facts.ShouldContain(fact => fact.Name == "once it is released" && fact.Value.StartsWith("a run of the model is one of challengers/trees.yaml until its sections are moved into model.yaml"));
    }

    [Fact]
    public void What_is_not_known_is_said_to_be()
    {
        var request = Build(Release with { Champion = null, Bump = null, Commit = null, Proposers = null, Image = new ReleaseImage(Digest.Of("image")) });

        request.Bump.ShouldBe("first release");
        request.Facts.Select(fact => fact.Value).ShouldBe(
            ["nothing: it is the model's first release", $"{Digest.Of("image")}, pushed nowhere", "unknown", $"{Digest.Of("data")}", "unknown"]);
    }

    [Fact]
    public void A_candidate_of_uncommitted_changes_is_told()
    {
        var train = Given.Evidence(StepNames.Train, Given.Check("a", Status.Passed)) with { Facts = new Dictionary<string, string> { ["provenance.dirty_tree"] = "yes" } };

        Build(Release, train).Facts.ShouldContain(new CardFact("trained at the commit", "c0ffee, with uncommitted changes"));
    }

    [Fact]
    public void Every_steps_verdict_and_the_comparison_are_shown_as_on_the_card()
    {
        StepEvidence[] evidence =
        [
            .. StepNames.Required.Select(step => Given.Evidence(step, Given.Check("a", Status.Passed)) with
            {
                Measures = new Dictionary<string, Measure> { ["label_flips"] = 0.02, ["auc"] = 0.8, ["champion.auc"] = 0.7, ["difference.auc"] = 0.1, ["latency.ratio"] = 0.9, ["latency_ms.p99"] = 4 },
                Facts = new Dictionary<string, string> { ["cause.1"] = "one", ["cause.2"] = "two", ["cause.3"] = "three", ["cause.4"] = "four" },
            }),
        ];

        var request = Build(Release, evidence);
        var card = CardBuilder.Build(_folder.Spec, evidence);

        request.Steps.Select(step => (step.Name, step.Status)).ShouldBe(StepNames.Required.Select(step => (step, "passed")));
        request.Metrics.ShouldBe(card.Metrics);
        request.ShouldSatisfyAllConditions(
            () => request.Differences.ShouldBe(card.Differences), () => request.Speed.ShouldBe(card.Speed), () => request.Serving.ShouldBe(card.Serving));
        request.Compared.ShouldBeTrue();
        request.Causes.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void What_the_release_still_needs_is_the_specs()
    {
        Build(Release).Needs.ShouldBe(["1 approval"]);
        _folder.Spec = _folder.Spec with { Release = new ReleaseSpec { Approvals = 2, CodeOwners = true, Checks = ["ci", "scan"] } };

        Build(Release).Needs.ShouldBe(["2 approvals", "an approval of an owner of every changed file that has owners in CODEOWNERS", "successful checks on this commit: ci, scan"]);
    }

    public void Dispose() => _folder.Dispose();

    private PullRequestDocument Build(ReleaseDocument release, params StepEvidence[] evidence) => PullRequestBuilder.Build(_folder.Spec, release, evidence, "abc", "churn@v1.3.0", []);
}
