using System.Globalization;
using CsvHelper;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Training;

/// <summary>A bundle's <c>golden.csv</c>: a few test rows with the scores that any faithful copy of the model must give.</summary>
internal static class GoldenRows
{
    public const string FileName = "golden.csv";

    /// <summary>How many rows at most.</summary>
    public const int Most = 100;

    private const string OutputPrefix = "output:";
    private const long LargestFile = 64 * 1024 * 1024;

    public static void Write(string folder, Table rows, Scores scores)
    {
        using var csv = CsvWriter.ToFile(Path.Combine(folder, FileName), new CsvWriterOptions { NewLine = "\n" }, FileOptions.None);
        string[] header = [.. rows.Columns.Select(column => column.Name), .. scores.Outputs.Select(output => OutputPrefix + output)];
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

    /// <summary>Reads the rows and their scores.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="signature">What the model reads and writes.</param>
    /// <exception cref="InvalidDataException">The file is not there, holds no row, or does not fit the signature.</exception>
    public static (Table Rows, Scores Scores) Read(string folder, ModelSignature signature)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new InvalidDataException($"it is larger than {LargestFile >> 20} MB");
            var records = Records(File.ReadAllBytes(path));
            string[] header = [.. signature.Inputs.Select(input => input.Name), .. signature.Outputs.Select(output => OutputPrefix + output)];
            if (records.Count < 2 || !records[0].SequenceEqual(header) || records.Any(record => record.Length != header.Length))
                throw new InvalidDataException("it has no rows, or other columns than the model");
            records.RemoveAt(0);
            Column[] columns = [.. signature.Inputs.Select((input, column) => ColumnOf(input, [.. records.Select(record => record[column])]))];
            return (new Table(columns), new Scores(signature.Outputs, [.. records.SelectMany(record => record.Skip(columns.Length)).Select(ScoreOf)]));
        }
        catch (Exception fault) when (fault is InvalidDataException or CsvFormatException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static List<string[]> Records(byte[] bytes)
    {
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = false });
        var records = new List<string[]>();
        while (csv.Read())
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return records;
    }

    private static Column ColumnOf(FeatureSignature input, string[] texts)
    {
        if (input.Type == ColumnType.Numeric)
            return new NumericColumn(input.Name, [.. texts.Select(text => text.Length == 0 ? double.NaN : NumberOf(text))]);
        string[] categories = [.. texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new CategoricalColumn(
            input.Name, [.. texts.Select(text => text.Length == 0 ? CategoricalColumn.Missing : Array.BinarySearch(categories, text, StringComparer.Ordinal))], categories);
    }

    private static double NumberOf(string text) => NumberText.TryParse(text, out var number) && double.IsFinite(number)
        ? number
        : throw new FormatException($"{QuotedText.Of(text)} is not a number");

    private static double ScoreOf(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
