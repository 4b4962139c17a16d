using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Data;

/// <summary>Judges the data before anything is trained on them.</summary>
public sealed class ValidateDataStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.ValidateData;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        progress.Report("reading the data");
        var data = run.ReadData(cancellation);
        progress.Report("checking the data");
        var validation = DataValidator.Validate(run.Spec, data);
        return Task.FromResult(new StepOutcome
        {
            Summary = $"{data.Table.Rows:N0} rows, {data.Features.Columns.Count} features; {data.Split.Train.Length:N0} to train on, {data.Split.Test.Length:N0} to test on",
            Checks = validation.Checks,
            Measures = validation.Measures,
            Facts = new Dictionary<string, string> { ["files"] = string.Join(", ", data.Files) },
        });
    }
}
