namespace ModelPipeline.Scoring.RequestLogs;

/// <summary>Picks a share of all rows, evenly: of every 1/share rows in a row, one. Safe to use from several threads.</summary>
/// <param name="share">The share, from 0 to 1.</param>
internal sealed class RowSample(double share)
{
    private long _seen;

    /// <summary>The picked ones of the next rows, from 0.</summary>
    /// <param name="rows">How many rows there are.</param>
    public IEnumerable<int> Next(int rows)
    {
        var first = Interlocked.Add(ref _seen, rows) - rows;
        return Enumerable.Range(0, rows).Where(row => Math.Floor((first + row + 1) * share) > Math.Floor((first + row) * share));
    }
}
