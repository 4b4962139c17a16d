using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost;

/// <summary>Finds a model's inputs in a table.</summary>
internal static class InputColumns
{
    /// <summary>The column of each input, in the inputs' order.</summary>
    /// <exception cref="ArgumentException">Columns are missing or of another type; the message lists all of them.</exception>
    public static Column[] Of(Table rows, IReadOnlyList<FeatureSignature> inputs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Column?[] columns = [.. inputs.Select(input => rows.Find(input.Name))];
        string[] faults = [.. inputs.Zip(columns).Where(pair => pair.Second?.Type != pair.First.Type).Select(pair => Fault(pair.Second, pair.First))];
        return faults.Length == 0
            ? [.. columns.OfType<Column>()]
            : throw new ArgumentException($"The rows do not fit the model: {string.Join("; ", faults)}.", nameof(rows));
    }

    private static string Fault(Column? column, FeatureSignature input) => column is null
        ? $"column {QuotedText.Of(input.Name)} ({Word(input.Type)}) is missing"
        : $"column {QuotedText.Of(input.Name)} is {Word(column.Type)}, expected {Word(input.Type)}";

    private static string Word(ColumnType type) => type switch
    {
        ColumnType.Numeric => "numeric",
        ColumnType.Categorical => "categorical",
        ColumnType.Time => "time",
        _ => "text",
    };
}
