using System.Globalization;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Data;

/// <summary>The rows of one or several data files, with typed columns.</summary>
/// <param name="Table">Every column of the files.</param>
/// <param name="Digest">
/// The digest of the file's bytes, compressed or not, as they are on disk; of several files, the digest of their digests' written forms in
/// the order of <paramref name="Files"/>, each followed by a line feed.
/// </param>
/// <param name="Files">The files, written as in <c>data.path</c>, in ordinal order.</param>
public sealed record Dataset(Table Table, Digest Digest, IReadOnlyList<string> Files)
{
    internal RowLocations? Locations { get; init; }

    /// <summary>Where a row comes from: file and line (from 1), for example <c>data/churn.csv:4711</c>.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Locate(int row) =>
        Locations?.Of(row) ?? string.Create(CultureInfo.InvariantCulture, $"row {row + 1}");
}
