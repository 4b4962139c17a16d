namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>
/// Which columns and pairs of columns are searched, chosen without a look at the losses: the columns, then the pairs, neighbours in the file first so that
/// every column has its share, until they may give 5,000 slices.
/// </summary>
/// <param name="Sets">One column each, or two.</param>
/// <param name="LeftOut">How many columns and pairs are beyond that.</param>
internal sealed record SearchPlan(IReadOnlyList<SearchColumn[]> Sets, int LeftOut)
{
    /// <summary>The most slices that are looked at.</summary>
    public const int MostCandidates = 5_000;

    /// <summary>Chooses columns and pairs.</summary>
    /// <param name="columns">The columns, in file order.</param>
    /// <param name="mostOfSet">The most slices with enough rows that any columns can divide the rows into.</param>
    public static SearchPlan Of(IReadOnlyList<SearchColumn> columns, int mostOfSet)
    {
        var sets = new List<SearchColumn[]>();
        var candidates = 0L;
        foreach (var set in Singles(columns).Concat(Pairs(columns)))
        {
            candidates += Math.Min(mostOfSet, set.Aggregate(1L, (product, column) => product * column.Names.Count));
            if (candidates > MostCandidates)
                break;
            sets.Add(set);
        }

        return new(sets, (int)Math.Min(int.MaxValue, columns.Count * (columns.Count + 1L) / 2 - sets.Count));
    }

    private static IEnumerable<SearchColumn[]> Singles(IReadOnlyList<SearchColumn> columns) => columns.Select(column => new[] { column });

    private static IEnumerable<SearchColumn[]> Pairs(IReadOnlyList<SearchColumn> columns) =>
        from distance in Enumerable.Range(1, Math.Max(0, columns.Count - 1))
        from first in Enumerable.Range(0, columns.Count - distance)
        select new[] { columns[first], columns[first + distance] };
}
