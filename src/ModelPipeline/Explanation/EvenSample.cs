namespace ModelPipeline.Explanation;

/// <summary>Rows at equal distances from each other.</summary>
internal static class EvenSample
{
    /// <summary>Some of the rows, ascending; all of them where there are no more than asked for.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="most">How many to take at most.</param>
    public static int[] Of(int rows, int most)
    {
        var taken = Math.Min(rows, most);
        return [.. Enumerable.Range(0, taken).Select(place => (int)((long)place * rows / taken))];
    }
}
