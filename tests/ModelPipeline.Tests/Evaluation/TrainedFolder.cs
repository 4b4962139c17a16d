using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

/// <summary>A model that was trained, and other bundles of it beside, each with its own scores.</summary>
internal sealed class TrainedFolder : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    public PipelineFolder Pipeline => _folder;

    public FolderEngine Engine { get; init; } = new();

    /// <summary>The bundle to compare with.</summary>
    public BaselineBundle? Champion { get; set; }

    /// <summary>The bundles to rank.</summary>
    public List<string> Candidates { get; } = [];

    /// <summary>Whether the label of the row with this <c>x</c> is positive.</summary>
    public static bool IsPositive(double x) => (int)x % 4 == 0;

    public async Task TrainAsync()
    {
        _folder.Leave(StepNames.ValidateData);
        var provenance = new FixedProvenance(new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 });
        var report = await new StepRunner(new ManualClock(), new RecordingReporter())
            .RunAsync(new TrainStep(new ManualClock(), provenance), _folder.Run(), _cancellation);
        report.Status.ShouldBe(Status.Passed, report.Reason);
    }

    /// <summary>Adds a bundle, a copy of the trained one but for what is changed, that scores by itself.</summary>
    public string AddBundle(string name, Func<double, double> scoring, Func<BundleManifest, BundleManifest>? change = null)
    {
        var folder = _folder[Path.Combine("bundles", name)];
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(_folder.Run().Workspace.Bundle))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var manifest = ModelBundle.Open(folder).Manifest;
        File.WriteAllBytes(Path.Combine(folder, BundleManifest.FileName), BundleJson.Write((change ?? (same => same))(manifest with { Seed = Engine.Models.Count })));
        Engine.Models[name] = scoring;
        return folder;
    }

    /// <summary>Makes a bundle the champion.</summary>
    public void Crown(string folder) => Champion = new BaselineBundle(new Baseline("1.0.0", BundleDigest.Of(folder)), folder);

    public ModelRun Run()
    {
        var options = new RunOptions { Workspace = _folder.Workspace, Candidates = Candidates };
        return new(_folder.Spec, new EngineCatalog([Engine]), options, _folder.Tool, null, Champion);
    }

    public Task<StepOutcome> RunAsync(IStep step) => step.RunAsync(Run(), new Progress<string>(), _cancellation);

    /// <summary>The <c>x</c> of the test rows.</summary>
    public IReadOnlyList<double> TestRows()
    {
        var data = Run().ReadData(_cancellation);
        return [.. ((NumericColumn)data.TestFeatures["x"]).Values];
    }

    public void Dispose() => _folder.Dispose();
}
