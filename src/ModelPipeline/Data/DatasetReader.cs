using System.Text;
using CsvHelper;
using ModelPipeline.Data.Reading;
using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>Reads data files: CSV by RFC 4180 (commas, double quotes) in UTF-8, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>Missing are, quoted or not and in any case: the empty text, <c>NA</c>, <c>N/A</c>, <c>NaN</c> and <c>null</c>; in a key column the empty text alone. Spaces belong to a value. Blank lines are skipped.</para>
/// <para>
/// The type of a column follows from all of its values: <c>numeric</c> where each is a number (digits with a <c>.</c>, a leading <c>-</c> and an
/// exponent; no thousands separator, no <c>+</c>, no spaces), <c>time</c> where each is an ISO 8601 date, with or without a time of day (UTC
/// where it has no offset), <c>categorical</c> up to 50 distinct values or one in twenty rows, at most 1,000; otherwise, and where no value is there at all, <c>text</c>.
/// <c>data.columns</c> overrides it. Keys are text, the label is categorical or, in regression, numeric, and <c>data.time</c> is time, whatever they look like.
/// </para>
/// </remarks>
public static class DatasetReader
{
    /// <summary>The most bytes that a file may decompress to: 8 GiB.</summary>
    public const long MaxDecompressedBytes = 8L << 30;

    /// <summary>Reads the files of a spec, or others in their place.</summary>
    /// <param name="data">The section <c>data</c>.</param>
    /// <param name="task">What the model predicts; decides the label's type.</param>
    /// <param name="folder">What <c>data.path</c> is relative to.</param>
    /// <param name="replacement">The file or glob to read instead, relative to the current directory; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="DataException">A file cannot be read or does not fit the spec.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Dataset Read(DataSpec data, ModelTask task, string folder, string? replacement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(folder);
        return Read(data, task, folder, replacement, new ColumnMentions(data, [], SpecPlaces.None), cancellation);
    }

    /// <summary>Reads the data of a model, and sees that it can be evaluated by its slices. Faults of the spec are reported with their places.</summary>
    internal static Dataset Read(ModelSpec spec, string? replacement, CancellationToken cancellation) =>
        Read(spec.Data, spec.Task, spec.Folder, replacement, new ColumnMentions(spec.Data, [.. spec.Evaluate.Slices.SelectMany(slice => slice.Columns).Distinct()], spec.Places), cancellation);

    private static Dataset Read(
        DataSpec data, ModelTask task, string folder, string? replacement, ColumnMentions mentions, CancellationToken cancellation)
    {
        var files = replacement is null ? DataFiles.Find(data.Path, folder) : DataFiles.Find(replacement, "");
        var faults = new FaultList();
        var rows = new RawTable(new ColumnUses(data, task), mentions);
        var digests = files.Select(file => ReadFile(file, rows, faults, cancellation)).ToList();
        faults.ThrowIfAny();
        var locations = rows.Locations();
        var table = new Table([.. rows.TakeColumns().Select(column => new ColumnTyping(column, locations, faults).Column())]);
        SliceRule.Check(table, mentions.Slices, faults);
        faults.ThrowIfAny();
        return new Dataset(table, DigestOf(digests), [.. files.Select(file => file.Name)]) { Locations = locations };
    }

    private static Digest ReadFile(DataFile file, RawTable rows, FaultList faults, CancellationToken cancellation)
    {
        try
        {
            using var csv = new CsvFile(file, faults);
            if (csv.Records.ReadHeader() is { } header && rows.Start(file, header, faults))
            {
                while (csv.Records.Next(cancellation))
                    rows.Add(csv.Records);
            }

            return csv.Finish();
        }
        catch (CsvFormatException)
        {
            faults.Add($"{file.Name} has a record of more than {CsvRecords.MaxRecordMebibytes} MiB: is a closing quote missing?");
        }
        catch (InvalidDataException e)
        {
            faults.Add($"{file.Name} {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file.Name} cannot be read: {e.Message}");
        }
        return default;
    }

    internal static Digest DigestOf(List<Digest> digests) => digests.Count == 1
        ? digests[0]
        : Digest.Of(digests.Aggregate(new StringBuilder(), (text, digest) => text.Append(digest).Append('\n')).ToString());
}
