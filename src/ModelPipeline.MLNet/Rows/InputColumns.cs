using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Rows;

/// <summary>Finds a model's inputs in a table.</summary>
internal static class InputColumns
{
    /// <summary>The column of each input, in the inputs' order.</summary>
    /// <exception cref="ArgumentException">Columns are missing or of another type; the message lists all of them.</exception>
    public static Column[] Of(Table rows, IReadOnlyList<FeatureSignature> inputs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = new Column[inputs.Count];
        List<string>? faults = null;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (rows.Find(inputs[i].Name) is { } column && column.Type == inputs[i].Type)
                columns[i] = column;
            else
                (faults ??= []).Add(Fault(rows.Find(inputs[i].Name), inputs[i]));
        }

        return faults is null
            ? columns
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
