using System.Globalization;
using CsvHelper;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Exchange;

/// <summary>Scores as a program writes them: the signature's outputs as header, then one line a row, in the order of the rows.</summary>
internal sealed class ScoresCsv(ModelSignature signature)
{
    private const double SumTolerance = 1e-6;
    private const int MostBytesANumber = 64;
    private const int MostBytesOfHeader = 1 << 20;

    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false, TrimWhitespace = false, TrackLineNumbers = true, SkipEmptyLines = false };

    /// <summary>How many bytes the scores of some rows have at most.</summary>
    public long MostBytes(int rows) => MostBytesOfHeader + ((long)MostBytesANumber * rows * signature.Outputs.Count);

    /// <summary>Reads the scores of as many rows as there is space for.</summary>
    /// <exception cref="ProgramException">They are not as they should be.</exception>
    public void Read(ReadOnlyMemory<byte> bytes, Span<double> scores)
    {
        var outputs = signature.Outputs.Count;
        var (rows, read) = (scores.Length / outputs, 0);
        try
        {
            using var csv = CsvReader.Create(bytes, Options);
            ReadHeader(csv);
            for (; csv.Read(); read++)
            {
                if (read == rows)
                    throw new ProgramException(Text($"has more scores than the {rows} rows"));
                ReadRow(csv, scores.Slice(read * outputs, outputs));
            }
        }
        catch (CsvFormatException fault)
        {
            throw new ProgramException($"is no CSV: {QuotedText.Escape(fault.Message, 400)}");
        }

        if (read < rows)
            throw new ProgramException(Text($"has {read} scores for {rows} rows"));
    }

    private void ReadHeader(CsvReader csv)
    {
        if (!csv.Read())
            throw new ProgramException("is empty");
        string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        if (!header.SequenceEqual(signature.Outputs))
            throw new ProgramException($"has the header {Listed(header)}, not {Listed(signature.Outputs)}");
    }

    private void ReadRow(CsvReader csv, Span<double> scores)
    {
        if (csv.FieldCount != scores.Length)
            throw new ProgramException(Text($"has {csv.FieldCount} fields in line {csv.LineNumber}, not {scores.Length}"));
        var sum = 0.0;
        for (var output = 0; output < scores.Length; output++)
        {
            if (!double.TryParse(csv.GetSpan(output), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) || !double.IsFinite(score))
                throw new ProgramException(Text($"has {QuotedText.Of(csv.GetString(output))} in line {csv.LineNumber} as {QuotedText.Of(signature.Outputs[output])}: not a finite number"));
            if (signature.Task != ModelTask.Regression && score is < 0 or > 1)
                throw new ProgramException(Text($"has {score:R} in line {csv.LineNumber} as {QuotedText.Of(signature.Outputs[output])}: not a probability"));
            scores[output] = score;
            sum += score;
        }

        if (signature.Task == ModelTask.MulticlassClassification && Math.Abs(sum - 1) > SumTolerance)
            throw new ProgramException(Text($"has probabilities in line {csv.LineNumber} that add up to {sum:R}, not to 1 within {SumTolerance:R}"));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(",", names.Take(20).Select(QuotedText.Of));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
