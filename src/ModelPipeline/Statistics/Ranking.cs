namespace ModelPipeline.Statistics;

/// <summary>Rows in descending order of their scores, in groups of equal scores.</summary>
internal sealed class Ranking
{
    private readonly int[] _rows;
    private readonly int[] _groupEnds;

    private Ranking(int[] rows, int[] groupEnds)
    {
        _rows = rows;
        _groupEnds = groupEnds;
    }

    /// <summary>The rows, best score first; the order within a group means nothing.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>For each group, the place in <see cref="Rows"/> just behind its last row.</summary>
    public ReadOnlySpan<int> GroupEnds => _groupEnds;

    /// <summary>Ranks rows.</summary>
    /// <param name="scores">One finite number a row.</param>
    public static Ranking Of(ReadOnlySpan<double> scores)
    {
        var sorted = scores.ToArray();
        var rows = new int[scores.Length];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = row;
        Array.Sort(sorted, rows);
        Array.Reverse(sorted);
        Array.Reverse(rows);

        var ends = new List<int>();
        for (var place = 1; place <= sorted.Length; place++)
        {
            if (place == sorted.Length || sorted[place] != sorted[place - 1])
                ends.Add(place);
        }

        return new(rows, [.. ends]);
    }
}
