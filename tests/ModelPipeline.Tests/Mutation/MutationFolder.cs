using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Mutation;

/// <summary>A model that tells the classes of its 40 rows apart and passed, for one test.</summary>
internal sealed class MutationFolder : IDisposable
{
    public MutationFolder()
    {
        Pipeline.Engine.Scoring = (_, x) => (int)x % 4 == 0 ? 0.9 : 0.1;
        Pipeline.Spec = Pipeline.Spec with { Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec> { ["accuracy"] = new() { Threshold = 0.9 } } } };
    }

    public static FixedProvenance Provenance { get; } = new(new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 });

    public PipelineFolder Pipeline { get; } = new();

    public FakeEngine Engine => Pipeline.Engine;

    /// <summary>Where the trials work.</summary>
    public string Scratch => Path.Combine(Pipeline.Run().Workspace.Folder, "mutation");

    /// <summary>The model's run, with a number of clean runs.</summary>
    public ModelRun Run(int cleanRuns)
    {
        var options = new RunOptions { Workspace = Pipeline.Workspace, CleanRuns = cleanRuns };
        return new(Pipeline.Spec, new EngineCatalog([Engine]), options, Pipeline.Tool, null, null);
    }

    /// <summary>Leaves evidence as if the model had been evaluated.</summary>
    public void Evaluated(Status status = Status.Passed)
    {
        Pipeline.Leave(StepNames.Train, change: evidence => evidence with { Candidate = Digest.Of("candidate") });
        Pipeline.Leave(StepNames.Evaluate, status);
    }

    public void Dispose() => Pipeline.Dispose();
}
