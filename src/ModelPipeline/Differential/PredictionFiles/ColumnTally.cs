using ModelPipeline.Statistics;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Counts how the cells of one column differ.</summary>
/// <param name="name">The column's name.</param>
/// <param name="tolerance">By how much a number may shift.</param>
/// <param name="relative">By how much beyond that, as a share of the old number's magnitude.</param>
internal sealed class ColumnTally(string name, double tolerance, double relative)
{
    /// <summary>What decimal numbers lose in binary: 0.52 less 0.50 is a little more than 0.02.</summary>
    private const double Rounding = 1e-15;

    private long _changed;
    private long _missing;
    private long _text;
    private CompensatedSum _shifts;
    private double _maxShift;

    /// <summary>The result.</summary>
    /// <param name="rows">How many rows were compared.</param>
    public ColumnDiff Of(long rows) => new(name, _changed, _missing, _text, rows == 0 ? 0 : _shifts.Value / rows, _maxShift);

    /// <summary>Counts two cells whose texts differ; true where that is a change.</summary>
    public bool Add(ReadOnlySpan<byte> oldCell, ReadOnlySpan<byte> newCell)
    {
        var (old, @new) = (CellValue.Of(oldCell), CellValue.Of(newCell));
        if (old.IsMissing && @new.IsMissing)
            return false;
        var isChanged = true;
        if (old.IsMissing || @new.IsMissing)
            _missing++;
        else if (old.Number is { } before && @new.Number is { } after)
            isChanged = AddShift(before, after);
        else
            _text++;
        if (isChanged)
            _changed++;
        return isChanged;
    }

    private bool AddShift(double before, double after)
    {
        if (before == after)
            return false;
        var shift = after - before;
        _maxShift = Math.Max(_maxShift, Math.Abs(shift));
        if (double.IsFinite(shift))
            _shifts.Add(shift);
        return !double.IsFinite(before) || !double.IsFinite(after) || !(Math.Abs(shift) <= tolerance + (relative * Math.Abs(before)) + (Rounding * Math.Max(Math.Abs(before), Math.Abs(after))));
    }
}
