using CsvHelper;
using ModelPipeline.Data;

namespace ModelPipeline.Command.Exchange;

/// <summary>Rows as a program reads them: RFC 4180 in UTF-8 with LF; a number as the shortest text that reads back as the same bits, a missing value as nothing.</summary>
internal static class RowsCsv
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>Writes a header and some of the rows.</summary>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    public static void Write(Stream stream, IReadOnlyList<Column> columns, int first, int count, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        for (var row = first; row < first + count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var column in columns)
                WriteField(csv, column, row, columns.Count == 1);
            csv.EndRecord();
        }

        csv.Flush();
    }

    /// <summary>Whether a line of the rows, or of the scores of these outputs, may end within a field.</summary>
    public static bool HaveLineBreaks(IReadOnlyList<Column> columns, IReadOnlyList<string> outputs) =>
        columns.Any(column => HasLineBreak(column.Name) || (column is CategoricalColumn texts && texts.Categories.Any(HasLineBreak))) || outputs.Any(HasLineBreak);

    /// <param name="csv">Takes the field.</param>
    /// <param name="column">Its column.</param>
    /// <param name="row">Its row.</param>
    /// <param name="alone">Whether the row has no other field; a missing value is quoted then, as a blank line is no row to many readers.</param>
    private static void WriteField(CsvWriter csv, Column column, int row, bool alone)
    {
        if (column.IsMissing(row))
            csv.WriteField("", alone ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        else if (column is NumericColumn numbers)
            csv.WriteField(numbers.Values[row], "R");
        else
            csv.WriteField(column.Text(row));
    }

    private static bool HasLineBreak(string text) => text.AsSpan().ContainsAny('\n', '\r');
}
