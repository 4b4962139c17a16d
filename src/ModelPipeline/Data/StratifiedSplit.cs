namespace ModelPipeline.Data;

/// <summary>The test rows of a stratified split.</summary>
internal static class StratifiedSplit
{
    /// <summary>Whether each row is a test row.</summary>
    /// <param name="data">Rows with classes.</param>
    /// <param name="hashes">One hash a row, the same for rows that must stay together.</param>
    /// <param name="share">The share of test rows in each class.</param>
    public static bool[] TestRows(ModelData data, ulong[] hashes, double share)
    {
        var inTest = new bool[data.Rows];
        var classes = data.Labels.Codes.ToArray();
        foreach (var rows in Enumerable.Range(0, data.Rows).GroupBy(row => classes[row]))
        {
            foreach (var row in Chosen([.. rows], hashes, share))
                inTest[row] = true;
        }
        return inTest;
    }

    private static int[] Chosen(int[] rows, ulong[] hashes, double share)
    {
        var sorted = Array.ConvertAll(rows, row => hashes[row]);
        Array.Sort(sorted, rows);
        var sizes = new List<int>();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sizes.Add(0);
            sizes[^1]++;
        }
        var count = NearestCount.Of(sizes, share * rows.Length);
        return rows[..sizes.Take(count).Sum()];
    }
}
