using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>The file and line of every row.</summary>
/// <param name="files">The files' names, each with its first row.</param>
/// <param name="lines">The line of every row, from 1.</param>
internal sealed class RowLocations(IReadOnlyList<(string Name, int FirstRow)> files, int[] lines)
{
    public string Of(int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{files.Last(file => file.FirstRow <= row).Name}:{lines[row]}");
}
