using ModelPipeline.Cards;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Tests.Images;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Docker.Tests.Engines;

/// <summary>A model of an engine that is packaged with the published service and tried, as the target Package does.</summary>
internal sealed class Packaged : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The bundle's folder.</summary>
    public string Bundle => Folder["work/churn/bundle"];

    /// <summary>Packages the bundle and scores its golden rows.</summary>
    /// <param name="engine">The engine that trained it.</param>
    /// <param name="base">What the image is built on.</param>
    /// <param name="docker">The container engine's address; <see langword="null"/> to try the service as a local process.</param>
    public async Task<StepOutcome> TryAsync(IModelEngine engine, string @base, string? docker)
    {
        var run = new ModelRun(
            Spec(engine, @base, docker), new EngineCatalog([engine]), new RunOptions { Workspace = Folder["work"] }, new ToolIdentity("0.1.0", Digest.Of("tool")), champion: null, baseline: null);
        run.Workspace.Evidence.Write(new StepEvidence
        {
            Step = StepNames.Train,
            Model = "churn",
            Status = Status.Passed,
            Summary = "trained",
            Candidate = ModelBundle.Open(Bundle).Digest,
            Inputs = run.Inputs,
            Checks = [new Check { Name = "finite", Status = Status.Passed, Reason = "it is" }],
            Measures = new Dictionary<string, Measure>(),
            Started = DateTimeOffset.UnixEpoch,
            DurationMs = 1,
        });
        var containers = new DockerContainerRuntime(TimeProvider.System, docker is null ? null : new DockerEndpoint(docker), new EnginePatience());
        return await new PackageStep(new OciImageBuilder(TimeProvider.System), containers, new PlainRenderer(), TimeProvider.System)
            .RunAsync(run, new Progress<string>(), TestContext.Current.CancellationToken);
    }

    public void Dispose() => Folder.Dispose();

    private ModelSpec Spec(IModelEngine engine, string @base, string? docker) => new()
    {
        Path = Folder.Write("models/churn/model.yaml", ""),
        Digest = Digest.Of("spec"),
        Name = "churn",
        Owner = "retention-team",
        MonitoringOwner = "retention-team",
        Task = ModelTask.BinaryClassification,
        Description = "Who will leave.",
        Data = new DataSpec { Path = "data.csv", Label = "left", Key = ["id"], Split = new SplitSpec { Method = SplitMethod.Random } },
        Train = new TrainSpec { Engine = engine.Name, Trainer = engine.Trainers[0].Name, Parameters = new TrainerParameters([]) },
        Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec>() },
        Package = new PackageSpec { Image = $"modelpipeline-tests/{Guid.NewGuid():N}", Base = @base, Container = docker is null ? ContainerUse.Optional : ContainerUse.Required },
        Load = new LoadSpec { MemoryMb = 256, Cpus = 1 },
        Card = new CardSpec(),
        Release = new ReleaseSpec(),
    };

    private sealed class PlainRenderer : IDocumentRenderer
    {
        public string Render(string template, object document, CancellationToken cancellation) => "FROM scratch\n";

        public Digest Identity(string template) => Digest.Of(template);
    }
}
