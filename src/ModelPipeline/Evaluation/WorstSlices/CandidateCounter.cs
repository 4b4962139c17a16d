namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>Counts the losses of all slices of a column or a pair of columns in one pass, and tests each slice.</summary>
/// <remarks>
/// A pair's p-value is the greatest of three: against all other rows, and against the other rows of either column's part. So a pair counts only where it is
/// worse than both of its parts, and a pair that adds nothing to a bad column gives way to it.
/// Source: the intersection-union test of R. L. Berger, Technometrics 24, 1982.
/// </remarks>
/// <param name="losses">One loss a row, less the mean of all.</param>
/// <param name="fewest">The fewest rows of a slice, and of the rest.</param>
internal sealed class CandidateCounter(double[] losses, int fewest)
{
    /// <summary>The losses of all rows.</summary>
    public Moments All { get; } = losses.Aggregate(default(Moments), (moments, loss) => moments.With(loss));

    /// <summary>One loss a row, less the mean of all.</summary>
    public double[] Losses => losses;

    /// <summary>The fewest rows of a slice, and of the rest.</summary>
    public int Fewest => fewest;

    /// <summary>The slices that have enough rows.</summary>
    /// <param name="set">One column or two.</param>
    public IEnumerable<Candidate> Of(SearchColumn[] set) => set.Length == 1 ? OfColumn(set[0]) : OfPair(set[0], set[1]);

    private IEnumerable<Candidate> OfColumn(SearchColumn column)
    {
        var cells = new Moments[column.Names.Count + 1];
        for (var row = 0; row < losses.Length; row++)
        {
            ref var cell = ref cells[column.Codes[row]];
            cell = cell.With(losses[row]);
        }

        return from code in Enumerable.Range(0, column.Names.Count)
               where IsLargeEnough(cells[code])
               select new Candidate([new(column, code)], cells[code], PAgainst(All, cells[code]));
    }

    private IEnumerable<Candidate> OfPair(SearchColumn first, SearchColumn second)
    {
        var cells = new Moments[first.Names.Count + 1, second.Names.Count + 1];
        for (var row = 0; row < losses.Length; row++)
        {
            ref var cell = ref cells[first.Codes[row], second.Codes[row]];
            cell = cell.With(losses[row]);
        }

        var ofFirst = new Moments[first.Names.Count + 1];
        var ofSecond = new Moments[second.Names.Count + 1];
        for (var i = 0; i < ofFirst.Length; i++)
        {
            for (var j = 0; j < ofSecond.Length; j++)
            {
                ofFirst[i] += cells[i, j];
                ofSecond[j] += cells[i, j];
            }
        }

        return from i in Enumerable.Range(0, first.Names.Count)
               from j in Enumerable.Range(0, second.Names.Count)
               let cell = cells[i, j]
               where IsLargeEnough(cell)
               let p = Math.Max(PAgainst(All, cell), Math.Max(PAgainst(ofFirst[i], cell), PAgainst(ofSecond[j], cell)))
               select new Candidate([new(first, i), new(second, j)], cell, p);
    }

    private bool IsLargeEnough(Moments slice) => slice.Count >= fewest && All.Count - slice.Count >= fewest;

    private static double PAgainst(Moments whole, Moments slice) => MeanDifference.Of(slice, whole - slice).P;
}
