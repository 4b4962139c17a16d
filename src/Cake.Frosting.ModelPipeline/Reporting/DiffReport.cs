using System.Globalization;
using ModelPipeline;
using ModelPipeline.Differential.PredictionFiles;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>What the console says of two prediction files.</summary>
internal static class DiffReport
{
    /// <summary>The name in the table of verdicts.</summary>
    public const string Step = "diff";

    private const int Width = 76;
    private const int NameWidth = 20;
    private const int MostColumns = 20;

    /// <summary>What stands in the place of a model's name: the new file's.</summary>
    public static string Subject(PredictionDiffOptions options) => ConsoleText.Of(Path.GetFileName(options.New), NameWidth);

    /// <summary>The verdict.</summary>
    public static StepReport Of(PredictionDiffResult result, PredictionDiffOptions options) => new(
        Subject(options),
        Step,
        result.Passed ? Status.Passed : Status.Failed,
        result.Passed ? Invariant($"{result.Changed:N0} of {result.Compared:N0} rows changed") : string.Join('\n', result.Failures));

    /// <summary>The figures, in lines of at most 76 characters.</summary>
    public static IReadOnlyList<string> Details(PredictionDiffResult result, PredictionDiffOptions options) =>
    [
        Invariant($"rows      {result.Compared:N0} compared, {result.Identical:N0} identical, {result.Changed:N0} changed"),
        Keys("only old", result.OnlyInOld),
        Keys("only new", result.OnlyInNew),
        .. result.DuplicatesInOld.Count > 0 ? [Keys("twice old", result.DuplicatesInOld)] : Array.Empty<string>(),
        .. result.DuplicatesInNew.Count > 0 ? [Keys("twice new", result.DuplicatesInNew)] : Array.Empty<string>(),
        .. Columns(result.Columns),
        $"written to {QuotedText.Escape(options.Output, 1000)}",
    ];

    private static string Keys(string what, KeySample keys)
    {
        var shown = keys.First.Select(key => QuotedText.Of(key)).ToList();
        var more = keys.Count > shown.Count ? ", …" : "";
        return Cut(Invariant($"{what,-9} {keys.Count:N0}{(keys.Count > 0 ? ": " : "")}{string.Join(", ", shown)}{more}"));
    }

    private static IEnumerable<string> Columns(IReadOnlyList<ColumnDiff> columns)
    {
        var differing = columns.Where(column => column.Changed > 0 || column.MaxShift > 0).ToList();
        if (differing.Count > 0)
            yield return $"{"column",-NameWidth}{"changed",13}{"missing",11}{"text",9}{"mean shift",11}{"max shift",12}";
        foreach (var column in differing.Take(MostColumns))
        {
            yield return Invariant(
                $"{QuotedText.Escape(column.Name, NameWidth - 1),-NameWidth}{column.Changed,13:N0}{column.Missing,11:N0}{column.Text,9:N0}{column.MeanShift,11:G4}{column.MaxShift,12:G4}");
        }

        if (differing.Count > MostColumns)
            yield return Invariant($"and {differing.Count - MostColumns} more columns");
        if (columns.Count > differing.Count)
            yield return Invariant($"no difference in {columns.Count - differing.Count} of {columns.Count} columns");
    }

    private static string Cut(string line) => line.Length <= Width ? line : line[..(Width - 1)] + "…";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
