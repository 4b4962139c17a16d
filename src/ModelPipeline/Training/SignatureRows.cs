using ModelPipeline.Data;
using ModelPipeline.Data.Reading;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Training;

/// <summary>Rows as a model reads them: the columns of its signature, in its order, with its types.</summary>
/// <param name="Inputs">The rows; <see langword="null"/> where they lack something that the model needs.</param>
/// <param name="Faults">What they lack, a sentence a column.</param>
internal sealed record SignatureRows(Table? Inputs, IReadOnlyList<string> Faults)
{
    /// <summary>Picks the columns; a number is taken for a category of its text and a category that is a number for that number.</summary>
    public static SignatureRows Of(ModelSignature signature, Table rows)
    {
        var columns = new List<Column>();
        var faults = new List<string>();
        foreach (var input in signature.Inputs)
        {
            if (rows.Find(input.Name) is not { } column)
                faults.Add($"the data have no column {QuotedText.Of(input.Name)}");
            else if (As(input.Type, column) is { } fitting)
                columns.Add(fitting);
            else
                faults.Add($"column {QuotedText.Of(input.Name)} is {Words.Of(column.Type)} now, not {Words.Of(input.Type)}");
        }

        return new(faults.Count == 0 ? new Table(columns) : null, faults);
    }

    private static Column? As(ColumnType type, Column column) => (type, column) switch
    {
        _ when column.Type == type => column,
        (ColumnType.Numeric, CategoricalColumn categories) => AsNumbers(categories),
        (ColumnType.Categorical, NumericColumn) => AsCategories(column),
        _ => null,
    };

    private static NumericColumn? AsNumbers(CategoricalColumn column)
    {
        var numbers = new double[column.Categories.Count];
        for (var code = 0; code < numbers.Length; code++)
            if (!NumberText.TryParse(column.Categories[code], out numbers[code]) || !double.IsFinite(numbers[code]))
                return null;
        return new(column.Name, [.. column.Codes.ToArray().Select(code => code == CategoricalColumn.Missing ? double.NaN : numbers[code])]);
    }

    private static CategoricalColumn AsCategories(Column column)
    {
        var texts = Enumerable.Range(0, column.Count).Select(row => column.IsMissing(row) ? null : column.Text(row)).ToList();
        string[] categories = [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new(column.Name, [.. texts.Select(text => text is null ? CategoricalColumn.Missing : Array.BinarySearch(categories, text, StringComparer.Ordinal))], categories);
    }
}
