using ModelPipeline;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Linear;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace DuetPower;

/// <summary>A model of this repository, trained, with its test rows: both sides of every duet.</summary>
internal static class Champion
{
    /// <summary>Trains a model and writes its bundle and rows.</summary>
    /// <returns>What a worker needs to score it.</returns>
    public static async Task<WorkerJob> TrainAsync(string model, string folder, CancellationToken cancellation)
    {
        var engine = new LinearEngine();
        var reading = new SpecReader([engine]).Read(Path.Combine("models", model, "model.yaml"));
        var spec = reading.Spec ?? throw new InputException(string.Join('\n', reading.Faults));
        var run = new ModelRun(spec, new EngineCatalog([engine]), new RunOptions { Workspace = folder }, new ToolIdentity("0", Digest.Of("")), champion: null, baseline: null);
        await new TrainStep(TimeProvider.System, new NoProvenance()).RunAsync(run, new Progress<string>(), cancellation);
        var rows = Path.Combine(folder, "rows.bin");
        var test = run.ReadData(cancellation).TestFeatures;
        RowsFile.Write(rows, test.Select([.. Enumerable.Range(0, Math.Min(2000, test.Rows))]));
        return new WorkerJob(engine.Name, run.Workspace.Bundle, rows);
    }

    private sealed class NoProvenance : IProvenanceSource
    {
        public Task<Provenance> ReadAsync(string folder, CancellationToken cancellation) =>
            Task.FromResult(new Provenance { OperatingSystem = "", Runtime = "", Processors = 1 });
    }
}
