using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Runs;

/// <summary>A model's rows, what they mean, and which of them are for training and which for testing.</summary>
/// <param name="Rows">The rows and their roles.</param>
/// <param name="Split">The training and test rows.</param>
public sealed record RunData(ModelData Rows, Split Split)
{
    /// <summary>A copy has the rows and the split alone: what follows from them is worked out anew.</summary>
    private RunData(RunData original) => (Rows, Split) = (original.Rows, original.Split);

    /// <summary>Reads the data of a spec.</summary>
    /// <param name="spec">The model's spec.</param>
    /// <param name="replacement">The file or glob to read in place of the spec's; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="DataException">The data are at fault.</exception>
    public static RunData Read(ModelSpec spec, string? replacement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var dataset = DatasetReader.Read(spec, replacement, cancellation);
        var rows = ModelData.Of(spec.Data, spec.Task, dataset);
        return new RunData(rows, SplitMaker.Make(rows, spec.Data.Split));
    }

    /// <summary>The training rows' features.</summary>
    public Table TrainFeatures => field ??= Rows.Features.Select(Split.Train);

    /// <summary>The test rows' features.</summary>
    public Table TestFeatures => field ??= Rows.Features.Select(Split.Test);

    /// <summary>The training rows' true answers.</summary>
    public Labels TrainLabels => field ??= Rows.Labels.Select(Split.Train);

    /// <summary>The test rows' true answers.</summary>
    public Labels TestLabels => field ??= Rows.Labels.Select(Split.Test);

    /// <summary>What a model of these data reads and writes.</summary>
    public ModelSignature Signature => new(
        Rows.Task,
        [.. TrainFeatures.Columns.Select(FeatureSignature.Of)],
        ModelSignature.OutputsOf(Rows.Task, Rows.Labels.Classes),
        Rows.Labels.Classes);

    /// <summary>The oldest row's time, in UTC; <see langword="null"/> without a time column.</summary>
    public DateTime? Oldest => Rows.Time is { } time ? time.Values.ToArray().Min() : null;

    /// <summary>The newest row's time, in UTC; <see langword="null"/> without a time column.</summary>
    public DateTime? Newest => Rows.Time is { } time ? time.Values.ToArray().Max() : null;
}
