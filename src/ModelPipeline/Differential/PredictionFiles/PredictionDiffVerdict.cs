using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Judges how two files of predictions differ.</summary>
internal static class PredictionDiffVerdict
{
    /// <summary>Why the files do not agree, one sentence each; none where they do.</summary>
    public static IReadOnlyList<string> Failures(PredictionDiffResult result) =>
    [
        .. Nothing(result),
        .. Changed(result),
        .. Keys(result.OnlyInOld, "row is", "rows are", "only in the old file"),
        .. Keys(result.OnlyInNew, "row is", "rows are", "only in the new file"),
        .. Keys(result.DuplicatesInOld, "key is", "keys are", "more than once in the old file"),
        .. Keys(result.DuplicatesInNew, "key is", "keys are", "more than once in the new file"),
        .. Columns(result.ColumnsOnlyInOld, "old"),
        .. Columns(result.ColumnsOnlyInNew, "new"),
    ];

    private static IEnumerable<string> Nothing(PredictionDiffResult result)
    {
        if (result.Compared == 0)
            yield return "no row is in both files";
        if (result.Columns.Count == 0)
            yield return "no column beside the key is in both files";
    }

    private static IEnumerable<string> Changed(PredictionDiffResult result)
    {
        if (result.Compared > 0 && !(result.ChangedShare <= result.MaxChanged))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{result.Changed:N0} of {result.Compared:N0} rows changed ({Shown.Percent(result.ChangedShare)}), more than the allowed {Shown.Percent(result.MaxChanged)}");
    }

    private static IEnumerable<string> Keys(KeySample keys, string one, string many, string where)
    {
        if (keys.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{keys.Count:N0} {(keys.Count == 1 ? one : many)} {where}");
    }

    private static IEnumerable<string> Columns(IReadOnlyList<string> columns, string file)
    {
        if (columns.Count > 0)
            yield return $"{(columns.Count == 1 ? "a column is" : "columns are")} only in the {file} file: {Shown.Values(columns)}";
    }
}
