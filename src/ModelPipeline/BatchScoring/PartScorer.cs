using System.Globalization;
using CsvHelper;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.BatchScoring;

/// <summary>Scores one part of the input after the other: text to text. Not safe for several threads; each has its own.</summary>
/// <param name="layout">What is read and written.</param>
/// <param name="scorer">The model.</param>
/// <param name="explaining">The same, where contributions are to be written.</param>
/// <param name="partBytes">How many bytes a part has.</param>
internal sealed class PartScorer(RowLayout layout, IScorer scorer, IExplainingScorer? explaining, int partBytes)
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n" };

    private readonly InputReader[] _inputs = [.. layout.Signature.Inputs.Select(Reader)];
    private readonly KeptFields _kept = new(layout.Copied ?? []);
    private readonly List<long> _lines = [];
    private readonly MemoryStream _output = new();
    private ColumnGaps[] _gapsBefore = [];

    /// <summary>What parts are read into.</summary>
    public PartBuffer Buffer { get; } = new(partBytes);

    /// <summary>Scores the records of a part.</summary>
    /// <returns>The scores; valid until the next part is scored.</returns>
    public ScoredPart Score(Part part, CancellationToken cancellation)
    {
        var faults = new FaultList();
        _kept.Clear();
        _lines.Clear();
        _gapsBefore = [.. _inputs.Select(Gaps)];
        try
        {
            Read(part, faults, cancellation);
        }
        catch (CsvFormatException)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture,
                $"{layout.Name}: after line {part.LinesBefore} is a record of more than {CsvRecords.MaxRecordMebibytes} MiB: is a closing quote missing?"));
        }

        var rows = new Table([.. _inputs.Select(input => input.Take())]);
        if (!faults.Any)
            Write(scorer.Score(rows, cancellation), explaining?.Contribute(rows, cancellation), faults);
        return new ScoredPart(part, _lines.Count, new ReadOnlyMemory<byte>(_output.GetBuffer(), 0, (int)_output.Length), faults, [.. _inputs.Zip(_gapsBefore, Since)]);
    }

    /// <summary>The output's header as a record.</summary>
    public static byte[] HeaderOf(RowLayout layout)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Csv, leaveOpen: true))
            csv.WriteHeader(layout.Header);
        return bytes.ToArray();
    }

    private static InputReader Reader(FeatureSignature input) => input.Type == ColumnType.Numeric ? new NumberReader(input.Name) : new CategoryReader(input);

    private static ColumnGaps Gaps(InputReader input) => new(input.Name, input.Missing, input.Unseen);

    private static ColumnGaps Since(InputReader input, ColumnGaps before) => new(input.Name, input.Missing - before.Missing, input.Unseen - before.Unseen);

    private void Read(Part part, FaultList faults, CancellationToken cancellation)
    {
        using var records = new CsvRecords(layout.Name, part.Bytes, part.LinesBefore, layout.Fields, faults);
        while (records.Next(cancellation))
        {
            _lines.Add(records.Line);
            for (var i = 0; i < _inputs.Length; i++)
            {
                var text = records[layout.Inputs[i]];
                if (_inputs[i].Add(text) is { } fault)
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{layout.Name}:{records.Line}: column {Shown.Value(_inputs[i].Name)}: {Shown.Value(text.ToString())} {fault}"));
            }

            _kept.Add(records);
        }
    }

    private void Write(Scores scores, Contributions? contributions, FaultList faults)
    {
        _output.SetLength(0);
        using var csv = CsvWriter.Create(_output, Csv, leaveOpen: true);
        for (var row = 0; row < scores.Rows; row++)
        {
            var outputs = scores.Row(row);
            if (!Scores.AreFinite(outputs))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{layout.Name}:{_lines[row]}: the model gives no finite number for this row"));
            if (layout.Copied is null)
                csv.WriteField(_lines[row]);
            else
                _kept.Write(csv, row);
            foreach (var output in outputs)
                csv.WriteField(output, "R", CultureInfo.InvariantCulture);
            if (layout.Signature.Classes.Count > 0)
                csv.WriteField(layout.Signature.Classes[PredictedClass.Of(outputs)]);
            if (contributions is not null)
                Write(csv, contributions, row);
            csv.EndRecord();
        }
    }

    private static void Write(CsvWriter csv, Contributions contributions, int row)
    {
        for (var output = 0; output < contributions.Bases.Length; output++)
        {
            csv.WriteField(contributions.Bases[output], "R", CultureInfo.InvariantCulture);
            foreach (var value in contributions.Of(row, output))
                csv.WriteField(value, "R", CultureInfo.InvariantCulture);
        }
    }
}
