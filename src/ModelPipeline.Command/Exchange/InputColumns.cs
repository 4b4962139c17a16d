using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Exchange;

/// <summary>Finds a model's inputs in a table.</summary>
internal static class InputColumns
{
    /// <summary>The column of each input, in the inputs' order.</summary>
    /// <exception cref="ArgumentException">Columns are missing or of another type; the message lists all of them.</exception>
    public static Column[] Of(Table rows, IReadOnlyList<FeatureSignature> inputs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string[] faults = [.. inputs.Where(input => rows.Find(input.Name)?.Type != input.Type).Select(input => Fault(rows.Find(input.Name), input))];
        return faults.Length == 0
            ? [.. inputs.Select(input => rows[input.Name])]
            : throw new ArgumentException($"The rows do not fit the model: {string.Join("; ", faults)}.", nameof(rows));
    }

    private static string Fault(Column? column, FeatureSignature input) => column is null
        ? $"column {QuotedText.Of(input.Name)} ({ParametersJson.TypeName(input.Type)}) is missing"
        : $"column {QuotedText.Of(input.Name)} is {ParametersJson.TypeName(column.Type)}, expected {ParametersJson.TypeName(input.Type)}";
}
