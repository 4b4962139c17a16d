using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting;
using ModelPipeline.Packaging;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.LoadTesting;

/// <summary>A packaged model that says 1/(1+x), and a launcher that gives what a test says.</summary>
internal sealed class ServedFolder : IServiceLauncher, IDisposable
{
    private static readonly ModelSignature Signature = new(ModelTask.BinaryClassification, [new FeatureSignature("x", ColumnType.Numeric, [])], ["probability"], ["no", "yes"]);

    public ServedFolder()
    {
        Pipeline.Spec = Pipeline.Spec with { Load = new LoadSpec { Rate = 100, Seconds = 0.3, P99Ms = 60_000, MemoryMb = 256, Cpus = 0.5 } };
        var scorer = new FakeScorer(Signature, Score);
        var rows = new Table([new NumericColumn("x", [1, 2, 3, 1e-300])]);
        ModelBundle.Write(
            Pipeline.Run().Workspace.Bundle, new FakeModel(scorer), Manifests.Full with { Signature = Signature },
            folder => GoldenRows.Write(folder, rows, scorer.Score(rows, CancellationToken.None)));
        Pipeline.Leave(StepNames.Train, change: evidence => evidence with { Candidate = Candidate });
    }

    /// <summary>A short load that no slow machine fails.</summary>
    public static LoadPlan Plan { get; } = new()
    {
        ProbeConnections = 2,
        WarmUp = TimeSpan.FromMilliseconds(20),
        Probe = TimeSpan.FromMilliseconds(50),
        Steps = [0.05, 0.1],
        Step = TimeSpan.FromMilliseconds(50),
        Sampling = TimeSpan.FromMilliseconds(10),
        LeastAnswered = 0,
    };

    public PipelineFolder Pipeline { get; } = new();

    public Digest Candidate => BundleDigest.Of(Pipeline.Run().Workspace.Bundle);

    /// <summary>What is started.</summary>
    public IServiceInstance? Service { get; set; }

    public List<ContainerLimits> Limits { get; } = [];

    public static double Score(double x) => 1 / (1 + x);

    public Task<IServiceInstance> StartAsync(ModelRun run, ContainerLimits limits, IProgress<string> progress, CancellationToken cancellation)
    {
        Limits.Add(limits);
        return Task.FromResult(Service ?? throw new IOException("the engine refused"));
    }

    public Task<StepOutcome> TestAsync(CancellationToken cancellation) =>
        new LoadTestStep(this, TimeProvider.System, Plan).RunAsync(Pipeline.Run(), new Progress<string>(), cancellation);

    public void Dispose() => Pipeline.Dispose();
}
