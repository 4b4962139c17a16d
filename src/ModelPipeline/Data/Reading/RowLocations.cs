using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>The file and line of every row.</summary>
/// <param name="files">The files' names, each with its first row.</param>
/// <param name="lines">The line of every row, from 1.</param>
internal sealed class RowLocations(IReadOnlyList<(string Name, int FirstRow)> files, int[] lines)
{
    public string Of(int row) => string.Create(CultureInfo.InvariantCulture, $"{File(row)}:{lines[row]}");

    /// <summary>Where a row is, in a sentence that names another one: its line alone where both are in one file.</summary>
    public string Of(int row, int named) =>
        File(row) == File(named) ? string.Create(CultureInfo.InvariantCulture, $"line {lines[row]}") : Of(row);

    private string File(int row) => files.Last(file => file.FirstRow <= row).Name;
}
