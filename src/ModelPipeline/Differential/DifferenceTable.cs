using System.Globalization;
using CsvHelper;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>
/// Rows that differ, as CSV for people: key, label, both models' outputs and classes, the size of the change, the flip, and every feature that a model
/// reads. Texts that a spreadsheet would take for a formula begin with an apostrophe; numbers stay numbers.
/// </summary>
internal static class DifferenceTable
{
    public const string FileName = "differential.csv";
    public const string WorstFileName = "differential-worst.csv";

    /// <summary>How many rows at most.</summary>
    public const int Most = 10_000;

    /// <summary>How many of the worst rows.</summary>
    public const int Worst = 20;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>The rows that changed or flipped, the greatest change first, of equal ones by key.</summary>
    public static byte[] Write(Comparison comparison, ScoredPair scores) => Write(comparison, scores, Changed(comparison, scores).Take(Most));

    /// <summary>The worst of them: negative flips first.</summary>
    public static byte[] WriteWorst(Comparison comparison, ScoredPair scores) =>
        Write(comparison, scores, Changed(comparison, scores).OrderByDescending(row => scores.Rows[row].Flip == Flip.Negative).Take(Worst));

    private static IEnumerable<int> Changed(Comparison comparison, ScoredPair scores) => Enumerable.Range(0, scores.Rows.Count)
        .Where(row => scores.Rows[row].Changed || scores.Rows[row].Flip != Flip.None)
        .OrderByDescending(row => scores.Rows[row].Size)
        .ThenBy(row => string.Join('\0', comparison.Reference.Keys.Select(key => key.Text(row))), StringComparer.Ordinal);

    private static byte[] Write(Comparison comparison, ScoredPair scores, IEnumerable<int> rows)
    {
        var reference = comparison.Reference;
        var classes = comparison.Champion.Manifest.Signature.Classes;
        Column[] features = [.. Features(comparison)];
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            csv.WriteHeader([.. Header(reference, scores.Champion.Outputs, classes, features)]);
            foreach (var row in rows)
            {
                foreach (var column in reference.Keys.Append(reference.Label))
                    Write(csv, column, row);
                Write(csv, scores.Champion.Row(row), classes);
                Write(csv, scores.Candidate.Row(row), classes);
                Write(csv, scores.Rows[row].Size);
                if (classes.Count > 0)
                    csv.WriteField(scores.Rows[row].Flip.ToString().ToLowerInvariant());
                foreach (var feature in features)
                    Write(csv, feature, row);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<Column> Features(Comparison comparison)
    {
        var read = new[] { comparison.Champion, comparison.Candidate }
            .SelectMany(bundle => bundle.Manifest.Signature.Inputs.Select(input => input.Name)).ToHashSet(StringComparer.Ordinal);
        return comparison.Reference.Table.Columns.Where(column => read.Contains(column.Name));
    }

    private static IEnumerable<string> Header(ReferenceRows reference, IReadOnlyList<string> outputs, IReadOnlyList<string> classes, Column[] features)
    {
        string[] answers = classes.Count == 0 ? [.. outputs] : [.. outputs, "class"];
        string[] differences = classes.Count == 0 ? ["difference:size"] : ["difference:size", "difference:flip"];
        return
        [
            .. reference.Keys.Append(reference.Label).Select(column => column.Name),
            .. answers.Select(answer => $"champion:{answer}"),
            .. answers.Select(answer => $"candidate:{answer}"),
            .. differences,
            .. features.Select(feature => feature.Name),
        ];
    }

    private static void Write(CsvWriter csv, ReadOnlySpan<double> outputs, IReadOnlyList<string> classes)
    {
        foreach (var output in outputs)
            Write(csv, output);
        if (classes.Count > 0)
            csv.WriteField(Scores.AreFinite(outputs) ? classes[PredictedClass.Of(outputs)] : "");
    }

    private static void Write(CsvWriter csv, Column column, int row)
    {
        if (column is NumericColumn numbers && !column.IsMissing(row))
            Write(csv, numbers.Values[row]);
        else
            csv.WriteField(column.Text(row));
    }

    private static void Write(CsvWriter csv, double number) => csv.WriteField(number, "R", CultureInfo.InvariantCulture);
}
