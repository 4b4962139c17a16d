using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>A row that shows how rows of a model look: a golden row, one without missing values where there is one.</summary>
/// <param name="Inputs">One row.</param>
/// <param name="Scores">What the model says of it.</param>
internal sealed record ExampleRow(Table Inputs, Scores Scores)
{
    /// <exception cref="InputException">The bundle's golden rows cannot be read.</exception>
    public static ExampleRow Of(ModelBundle bundle)
    {
        try
        {
            var (rows, scores) = GoldenRows.Read(bundle.Folder, bundle.Manifest.Signature);
            var whole = Enumerable.Range(0, rows.Rows).FirstOrDefault(row => !rows.Columns.Any(column => column.IsMissing(row)));
            return new(rows.Select([whole]), scores.Select([whole]));
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"The bundle's golden rows cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>The value of an input as text; empty where it is missing.</summary>
    public string Text(string input) => Inputs[input].Text(0);
}
