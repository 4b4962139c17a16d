using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Data;

/// <summary>A dataset with the roles that a spec gives its columns.</summary>
public sealed class ModelData
{
    private ModelData(Dataset dataset, ModelTask task, Column label, Labels labels, FeatureChoice choice, DataSpec spec)
    {
        Dataset = dataset;
        Task = task;
        Label = label;
        Labels = labels;
        Features = choice.Features;
        Unused = choice.Unused;
        Keys = [.. spec.Key.Select(name => (TextColumn)dataset.Table[name])];
        Time = spec.Time is { } time ? (TimeColumn)dataset.Table[time] : null;
    }

    /// <summary>The rows that the roles are of.</summary>
    public Dataset Dataset { get; }

    /// <summary>What the model predicts.</summary>
    public ModelTask Task { get; }

    /// <summary>The columns that a model may read: numbers and categories that are neither label, key, time nor ignored, in file order; no categories that look like numbers with decimal commas, unless the spec says that they are some.</summary>
    public Table Features { get; }

    /// <summary>The other columns without a role.</summary>
    public IReadOnlyList<UnusedColumn> Unused { get; }

    /// <summary>The column to predict, as in the file.</summary>
    public Column Label { get; }

    /// <summary>The true answers; none is missing.</summary>
    public Labels Labels { get; }

    /// <summary>The columns that identify a row, in the spec's order.</summary>
    public IReadOnlyList<TextColumn> Keys { get; }

    /// <summary>The column that says when a row came to be; <see langword="null"/> where the spec names none.</summary>
    public TimeColumn? Time { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows => Dataset.Table.Rows;

    /// <summary>The rows by content: equal features and an equal label.</summary>
    internal RowGroups Contents => field ??= RowGroups.Of([.. Features.Columns, Label], Rows);

    /// <summary>Gives the columns their roles.</summary>
    /// <param name="spec">The section <c>data</c> that the dataset was read with.</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="dataset">The rows.</param>
    /// <exception cref="DataException">The label is missing, constant or does not fit the task, or no feature is left.</exception>
    public static ModelData Of(DataSpec spec, ModelTask task, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(dataset);
        var faults = new FaultList();
        var label = dataset.Table[spec.Label];
        var labels = new LabelRule(spec, task, dataset, faults).Labels(label);
        var choice = FeatureChoice.Of(spec, dataset.Table);
        if (choice.Features.Columns.Count == 0)
            faults.Add($"no column is left as a feature: {choice.WhyNone()}");
        faults.ThrowIfAny();
        return new ModelData(dataset, task, label, labels!, choice, spec);
    }
}
