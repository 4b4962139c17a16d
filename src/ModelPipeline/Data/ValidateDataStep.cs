using System.Globalization;
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
        var validation = DataValidator.Validate(run.Spec.Data, data.Rows, data.Split);
        return Task.FromResult(new StepOutcome
        {
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{data.Rows.Rows:N0} rows, {data.Rows.Features.Columns.Count} features; {data.Split.Train.Length:N0} to train on, {data.Split.Test.Length:N0} to test on"),
            Checks = validation.Checks,
            Measures = validation.Measures,
            Facts = Facts(data.Rows),
        });
    }

    private static Dictionary<string, string> Facts(ModelData rows)
    {
        var facts = new Dictionary<string, string>
        {
            ["files"] = string.Join(", ", rows.Dataset.Files),
            ["feature_names"] = string.Join(", ", rows.Features.Columns.Select(column => column.Name)),
        };
        foreach (var unused in rows.Unused)
            facts[$"unused.{unused.Name}"] = unused.Reason;
        return facts;
    }
}
