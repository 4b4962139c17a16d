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
        ArgumentNullException.ThrowIfNull(inputs);
        var columns = new Column[inputs.Count];
        Find(rows, inputs, columns);
        return columns;
    }

    /// <summary>Finds the column of each input, for a caller that scores often and keeps the array.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="inputs">The inputs of the model's signature.</param>
    /// <param name="columns">Takes the columns, in the inputs' order.</param>
    /// <exception cref="ArgumentException">Columns are missing or of another type; the message lists all of them.</exception>
    public static void Find(Table rows, IReadOnlyList<FeatureSignature> inputs, Span<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(inputs);
        List<string>? faults = null;
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (rows.Find(input.Name, i) is { } column && column.Type == input.Type)
                columns[i] = column;
            else
                (faults ??= []).Add(Fault(rows.Find(input.Name), input));
        }

        if (faults is not null)
            throw new ArgumentException($"The rows do not fit the model: {string.Join("; ", faults)}.", nameof(rows));
    }

    private static string Fault(Column? column, FeatureSignature input) => column is null
        ? $"column {QuotedText.Of(input.Name)} ({Words.Of(input.Type)}) is missing"
        : $"column {QuotedText.Of(input.Name)} is {Words.Of(column.Type)}, expected {Words.Of(input.Type)}";
}
