using ModelPipeline.Data;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Training;

/// <summary>Finds a model's inputs in a table.</summary>
public static class InputColumns
{
    /// <summary>The column of each input, in the inputs' order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="inputs">The inputs of the model's signature.</param>
    /// <exception cref="ArgumentException">Columns are missing or of another type; the message lists all of them.</exception>
    public static Column[] Of(Table rows, IReadOnlyList<FeatureSignature> inputs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(inputs);
        var columns = new Column[inputs.Count];
        List<string>? faults = null;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (Find(rows, inputs[i].Name, i) is { } column && column.Type == inputs[i].Type)
                columns[i] = column;
            else
                (faults ??= []).Add(Fault(rows.Find(inputs[i].Name), inputs[i]));
        }

        return faults is null
            ? columns
            : throw new ArgumentException($"The rows do not fit the model: {string.Join("; ", faults)}.", nameof(rows));
    }

    /// <summary>The column of a name; tables are mostly in the inputs' order, so it is looked for at their place first.</summary>
    private static Column? Find(Table rows, string name, int place) =>
        place < rows.Columns.Count && rows.Columns[place] is { } column && column.Name == name ? column : rows.Find(name);

    private static string Fault(Column? column, FeatureSignature input) => column is null
        ? $"column {QuotedText.Of(input.Name)} ({Words.Of(input.Type)}) is missing"
        : $"column {QuotedText.Of(input.Name)} is {Words.Of(column.Type)}, expected {Words.Of(input.Type)}";
}
