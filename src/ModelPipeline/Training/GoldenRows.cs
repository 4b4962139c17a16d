using System.Globalization;
using CsvHelper;
using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>A bundle's <c>golden.csv</c>: a few test rows with the scores that any faithful copy of the model must give.</summary>
internal static class GoldenRows
{
    public const string FileName = "golden.csv";

    /// <summary>How many rows at most.</summary>
    public const int Most = 100;

    public static void Write(string folder, Table rows, Scores scores)
    {
        using var csv = CsvWriter.ToFile(Path.Combine(folder, FileName), new CsvWriterOptions { NewLine = "\n" }, FileOptions.None);
        string[] header = [.. rows.Columns.Select(column => column.Name), .. scores.Outputs.Select(output => "output:" + output)];
        csv.WriteHeader(header);
        for (var row = 0; row < rows.Rows; row++)
        {
            foreach (var column in rows.Columns)
                csv.WriteField(column.Text(row));
            foreach (var value in scores.Row(row))
                csv.WriteField(value.ToString("R", CultureInfo.InvariantCulture));
            csv.EndRecord();
        }
    }
}
