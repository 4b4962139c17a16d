using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>CSV as data files have it: UTF-8, commas, a header line, double quotes.</summary>
internal static class CsvForm
{
    /// <summary>The largest record, in bytes. The parser keeps every field of a record, so without a limit a body of commas would take many times its own size.</summary>
    private const int MaxRecordBytes = 1 << 20;

    /// <exception cref="RefusedException">The body is not so; faults of single values are reported instead.</exception>
    public static void Read(ReadOnlyMemory<byte> body, RowBatch batch)
    {
        JsonForm.CheckText(body.Span);
        try
        {
            ReadRecords(body, batch);
        }
        catch (CsvFormatException)
        {
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture, $"The CSV has a row of more than {MaxRecordBytes} bytes, or a quote that is not closed."));
        }
    }

    private static void ReadRecords(ReadOnlyMemory<byte> body, RowBatch batch)
    {
        var isMalformed = false;
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrimWhitespace = false,
            Encoding = Encoding.UTF8,
            MaxRecordSize = MaxRecordBytes,
            OnMalformedRecord = _ => isMalformed = true,
        };
        using var csv = body.Length <= MaxRecordBytes
            ? CsvReader.Create(body, options)
            : CsvReader.Create(PipeReader.Create(new ReadOnlySequence<byte>(body)).AsStream(), options);
        var map = ReadHeader(csv, batch);
        if (isMalformed)
            throw new RefusedException("The header of the CSV has an unsound quote.");
        while (csv.Read())
        {
            batch.CheckRoom(batch.Rows);
            if (isMalformed)
                batch.EndBrokenRow("has an unsound quote: a quote inside a field is written twice, and the field in quotes");
            else if (csv.FieldCount != map.Count)
                batch.EndBrokenRow(string.Create(CultureInfo.InvariantCulture, $"has {csv.FieldCount} fields, the header has {map.Count}"));
            else
                ReadRow(csv, map, batch);
            isMalformed = false;
        }
    }

    private static ColumnMap ReadHeader(CsvReader csv, RowBatch batch)
    {
        if (!csv.Read())
            throw new RefusedException("The CSV has no header line.");
        var map = new ColumnMap(batch);
        for (var i = 0; i < csv.FieldCount; i++)
            map.Add(csv.GetSpan(i));
        map.End();
        return map;
    }

    private static void ReadRow(CsvReader csv, ColumnMap map, RowBatch batch)
    {
        for (var i = 0; i < map.Count; i++)
        {
            if (map[i] != Utf8Index.None)
                batch.Columns[map[i]].Add(csv.GetSpan(i));
        }

        batch.EndRow();
    }
}
