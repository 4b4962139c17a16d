using System.Globalization;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>What one cell holds: a number, a text, or nothing.</summary>
/// <param name="Number">The number; NaN for a cell that is empty or NaN; <see langword="null"/> for a text.</param>
internal readonly record struct CellValue(double? Number)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public bool IsMissing => Number is double.NaN;

    /// <summary>Reads a cell; the same in every culture.</summary>
    public static CellValue Of(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return new(double.NaN);
        return double.TryParse(cell, Style, CultureInfo.InvariantCulture, out var number) ? new(number) : new(null);
    }
}
