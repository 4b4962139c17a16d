using System.Globalization;
using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Runs;

/// <summary>A model <c>churn</c> with 40 rows of data and a workspace, for one test.</summary>
internal sealed class PipelineFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipelineFolder()
    {
        Spec = new ModelSpec
        {
            Path = _folder["models/churn/model.yaml"],
            Digest = Digest.Of("spec"),
            Name = "churn",
            Owner = "retention-team",
            MonitoringOwner = "retention-team",
            Task = ModelTask.BinaryClassification,
            Description = "Who will leave.",
            Data = new DataSpec { Path = "data.csv", Label = "y", Positive = "yes", Key = ["id"], Split = new SplitSpec { Method = SplitMethod.Stratified, Test = 0.5 } },
            Train = new TrainSpec { Engine = "fake", Trainer = "guess", Parameters = new TrainerParameters([new("l2", 1.0), new("rounds", 3L)]) },
            Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec> { ["auc"] = new() { Threshold = 0.8 } } },
            Card = new CardSpec { License = "mit" },
            Release = new ReleaseSpec(),
        };
        WriteData(seed: 0);
    }

    public ModelSpec Spec { get; set; }

    public FakeEngine Engine { get; set; } = new();

    /// <summary>Further engines that are there.</summary>
    public List<FakeEngine> OtherEngines { get; } = [];

    public ToolIdentity Tool { get; set; } = new("0.1.0", Digest.Of("tool"));

    public ReleasedVersion? Champion { get; set; }

    /// <summary>What the candidate is compared with.</summary>
    /// <value>Default: the champion.</value>
    public BaselineBundle? Baseline { get; set; }

    /// <summary>What <c>--candidate</c> names.</summary>
    public string? Candidate { get; set; }

    /// <summary>What <c>--release-version</c> names.</summary>
    public SemanticVersion? ReleaseVersion { get; set; }

    public bool Force { get; set; }

    public string this[string relative] => _folder[relative];

    public string Workspace => _folder["work"];

    public EvidenceStore Evidence => Run().Workspace.Evidence;

    /// <summary>A run as a new process begins it.</summary>
    public ModelRun Run() => new(
        Spec, new EngineCatalog([.. OtherEngines, Engine]),
        new RunOptions { Workspace = Workspace, Candidate = Candidate, ReleaseVersion = ReleaseVersion, Force = Force },
        Tool, Champion, Baseline ?? (Champion is null ? null : BaselineBundle.Of(Champion)));

    public static ReleasedVersion Released(string bundle) => new(new SemanticVersion(1, 0, 0), Digest.Of(bundle), "releases/1.0.0");

    public void WriteData(int seed)
    {
        var text = new StringBuilder("id,x,y\n");
        for (var row = 0; row < 40; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row},{row + seed + 0.5},{(row % 4 == 0 ? "yes" : "no")}\n");
        _folder.Write("models/churn/data.csv", text.ToString());
    }

    public void DeleteData() => File.Delete(_folder["models/churn/data.csv"]);

    /// <summary>Leaves evidence of a step as if it had run over this folder's inputs.</summary>
    public StepEvidence Leave(string step, Status status = Status.Passed, Func<StepEvidence, StepEvidence>? change = null)
    {
        var run = Run();
        var evidence = new StepEvidence
        {
            Step = step,
            Model = Spec.Name,
            Status = status,
            Summary = $"{step} said so",
            Baseline = run.Baseline,
            Inputs = run.Inputs,
            Checks = [FakeStep.Check(status)],
            Measures = new Dictionary<string, Measure>(),
            Started = DateTimeOffset.UnixEpoch,
            DurationMs = 1,
        };
        evidence = change?.Invoke(evidence) ?? evidence;
        Evidence.Write(evidence);
        return evidence;
    }

    public void Corrupt(string step, string text = "{ \"schema\": ") => _folder.Write($"work/churn/evidence/{step}.json", text);

    public string[] Entries() => _folder.Entries();

    public void Dispose() => _folder.Dispose();
}
