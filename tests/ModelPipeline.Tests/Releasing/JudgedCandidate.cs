using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Storage;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Releasing;

/// <summary>A workspace in which every step passed for one candidate, to be spoilt by a test and judged by the gate.</summary>
internal sealed class JudgedCandidate : IDisposable
{
    public JudgedCandidate()
    {
        BeAfter(Manifests.Full with { Seed = 1 });
        ModelBundle.Write(Workspace.Bundle, new FakeModel(new FakeScorer(Manifests.Full.Signature, x => x)), Manifests.Full, _ => { });
        AtomicFile.WriteText(Workspace.ModelCard, "# churn");
        AtomicFile.WriteText(Workspace.Image, "image");
        LeaveAll();
    }

    public PipelineFolder Folder { get; } = new();

    /// <summary>The champion's <c>bundle.json</c>; <see langword="null"/> before the first release.</summary>
    public BundleManifest? ChampionManifest { get; private set; }

    /// <summary>The folder of the champion's bundle.</summary>
    public string ChampionBundle => Folder["champion"];

    public ModelWorkspace Workspace => Folder.Run().Workspace;

    public Digest Candidate => BundleDigest.Of(Workspace.Bundle);

    public ReleaseSpec Release
    {
        set => Folder.Spec = Folder.Spec with { Release = value };
    }

    /// <summary>Other gates in the spec, all of them judged and passed.</summary>
    public IReadOnlyDictionary<string, GateSpec> Gates
    {
        set
        {
            Folder.Spec = Folder.Spec with { Evaluate = new EvaluateSpec { Gates = value } };
            Leave(StepNames.Evaluate);
        }
    }

    /// <summary>Makes 1.0.0 the champion, of a bundle with this manifest; evidence is as it was.</summary>
    public void BeAfter(BundleManifest champion)
    {
        ChampionManifest = champion;
        ModelBundle.Write(ChampionBundle, new FakeModel(new FakeScorer(champion.Signature, x => x)), champion, _ => { });
        Folder.Champion = new ReleasedVersion(new SemanticVersion(1, 0, 0), BundleDigest.Of(ChampionBundle), "releases/1.0.0");
    }

    /// <summary>Makes it a first release that the spec allows.</summary>
    public void BeFirst()
    {
        (Folder.Champion, ChampionManifest) = (null, null);
        Release = new ReleaseSpec { First = true };
        LeaveAll();
    }

    /// <summary>Replaces a step's evidence, and that of the card, which was rendered from it.</summary>
    public void Leave(string step, Status status = Status.Passed, Func<StepEvidence, StepEvidence>? change = null)
    {
        LeaveAlone(step, status, change);
        if (step != StepNames.ModelCard)
            LeaveAlone(StepNames.ModelCard);
    }

    /// <summary>Every step passed, the card's last.</summary>
    private void LeaveAll()
    {
        foreach (var step in StepNames.Required)
            LeaveAlone(step);
    }

    private void LeaveAlone(string step, Status status = Status.Passed, Func<StepEvidence, StepEvidence>? change = null) =>
        Folder.Leave(step, status, evidence => (change ?? (same => same))(evidence with
        {
            Candidate = step == StepNames.ValidateData ? null : Candidate,
            Checks = [.. evidence.Checks, .. status == Status.Passed ? ChecksOf(step) : []],
            Facts = step switch
            {
                StepNames.ModelCard => CardFacts(),
                StepNames.Package => new Dictionary<string, string> { ["image_archive"] = Digest.OfFile(Workspace.Image).ToString() },
                _ => new Dictionary<string, string>(),
            },
        }));

    private IEnumerable<Check> ChecksOf(string step) => step switch
    {
        StepNames.Evaluate => GateChecks(),
        StepNames.Package or StepNames.LoadTest => [new Check { Name = "container", Status = Status.Passed, Reason = "it runs in a container" }],
        _ => [],
    };

    private IEnumerable<Check> GateChecks() =>
        from gate in Folder.Spec.Evaluate.Gates
        from name in new[]
        {
            gate.Value.Threshold is null ? null : $"{gate.Key}.threshold",
            gate.Value.MaxRegression is null ? null : $"{gate.Key}.max_regression",
            gate.Value.MinImprovement is null ? null : $"{gate.Key}.min_improvement",
        }
        where name is not null
        select new Check { Name = name, Status = Status.Passed, Reason = "reached" };

    private Dictionary<string, string> CardFacts()
    {
        var facts = StepNames.Required
            .Where(step => step != StepNames.ModelCard)
            .Select(Workspace.Evidence.Read)
            .OfType<StepEvidence>()
            .ToDictionary(evidence => $"source.{evidence.Step}", evidence => Digest.Of(EvidenceJson.Write(evidence)).ToString());
        facts[ModelCardStep.DigestFact] = Digest.OfFile(Workspace.ModelCard).ToString();
        return facts;
    }

    public async Task<StepOutcome> JudgeAsync() =>
        await new GateReleaseStep().RunAsync(Folder.Run(), new Progress<string>(), TestContext.Current.CancellationToken);

    /// <summary>Asserts that one check alone keeps the candidate from waiting for approval.</summary>
    public async Task ShouldBeStoppedByAsync(string check, Status status, string reason)
    {
        var outcome = await JudgeAsync();

        var stopping = outcome.Checks.Where(found => found.Status is not (Status.Passed or Status.Pending)).ShouldHaveSingleItem();
        stopping.Name.ShouldBe(check);
        stopping.Status.ShouldBe(status);
        stopping.Reason.ShouldContain(reason);
        StepEvidence.Worst(outcome.Checks).ShouldBe(status);
    }

    public void Dispose() => Folder.Dispose();
}
