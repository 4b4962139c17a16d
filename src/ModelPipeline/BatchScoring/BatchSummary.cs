using System.Globalization;

namespace ModelPipeline.BatchScoring;

/// <summary>What people read of a batch.</summary>
public static class BatchSummary
{
    /// <summary>One sentence: how many rows were scored with what.</summary>
    /// <param name="result">What became of the batch.</param>
    /// <param name="model">The model, as people call it.</param>
    public static string Line(BatchScoringResult result, string model)
    {
        ArgumentNullException.ThrowIfNull(result);
        var resumed = result.Resumed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {result.Resumed:N0} of them by a run before") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{result.Rows:N0} rows scored with {model}{resumed}");
    }

    /// <summary>One line a column that had missing or unseen values, then where the scores are.</summary>
    /// <param name="result">What became of the batch.</param>
    /// <param name="output">The file of the scores.</param>
    public static IReadOnlyList<string> Details(BatchScoringResult result, string output)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Columns.Where(column => column.Missing > 0 || column.Unseen > 0).Select(Describe), $"written to {QuotedText.Escape(output, 1000)}"];
    }

    private static string Describe(ColumnGaps column) => string.Create(
        CultureInfo.InvariantCulture, $"{QuotedText.Escape(column.Name, 24),-25} {column.Missing,12:N0} missing {column.Unseen,12:N0} unseen");
}
