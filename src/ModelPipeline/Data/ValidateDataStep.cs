using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

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
            Summary = Summary(data),
            Checks = validation.Checks,
            Measures = validation.Measures,
            Facts = Facts(run.Spec.Data, data.Rows),
        });
    }

    private static string Summary(RunData data)
    {
        var unused = data.Rows.Unused.Count == 0 ? "" : $" (not used: {Shown.Values([.. data.Rows.Unused.Select(column => column.Name)])})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{data.Rows.Rows:N0} rows, {data.Rows.Features.Columns.Count} features{unused}; {data.Split.Train.Length:N0} to train on, {data.Split.Test.Length:N0} to test on");
    }

    private static Dictionary<string, string> Facts(DataSpec spec, ModelData rows)
    {
        var facts = new Dictionary<string, string>
        {
            ["split"] = string.Create(CultureInfo.InvariantCulture, $"{spec.Split.Method.ToString().ToLowerInvariant()}{SplitColumn(spec)}, {spec.Split.Test:0.##%} to test on, seed {spec.Split.Seed}"),
            ["files"] = string.Join(", ", rows.Dataset.Files.Select(file => Path.IsPathRooted(file) ? Path.GetFileName(file) : file)),
            ["feature_names"] = string.Join(", ", rows.Features.Columns.Select(column => column.Name)),
        };
        if (rows.Time is { } time)
            facts["period"] = string.Create(CultureInfo.InvariantCulture, $"{time.Values.ToArray().Min():yyyy-MM-dd} to {time.Values.ToArray().Max():yyyy-MM-dd}");
        foreach (var unused in rows.Unused)
            facts[$"unused.{unused.Name}"] = unused.Reason;
        return facts;
    }

    private static string SplitColumn(DataSpec spec) => spec.Split.Method switch
    {
        SplitMethod.Time => $" by '{spec.Time}'",
        SplitMethod.Group => $" by '{spec.Split.Group}'",
        _ => "",
    };
}
