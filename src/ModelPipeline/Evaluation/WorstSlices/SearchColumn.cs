namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>A column's parts that have enough rows to be searched; the others are one remainder.</summary>
internal sealed class SearchColumn
{
    private SearchColumn(string[] names, int[] codes)
    {
        Names = names;
        Codes = codes;
    }

    /// <summary>The parts' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One index into <see cref="Names"/> a row; its length for the remainder.</summary>
    public int[] Codes { get; }

    /// <summary>Finds the parts that have enough rows.</summary>
    /// <param name="parts">All parts of the column.</param>
    /// <param name="fewest">The fewest rows of a part.</param>
    public static SearchColumn Of(ColumnParts parts, int fewest)
    {
        var rows = new int[parts.Names.Count];
        foreach (var code in parts.Codes)
            rows[code]++;

        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(part => rows[part] >= fewest)];
        var places = new int[rows.Length];
        Array.Fill(places, kept.Length);
        for (var place = 0; place < kept.Length; place++)
            places[kept[place]] = place;
        return new([.. kept.Select(part => parts.Names[part])], Array.ConvertAll(parts.Codes, code => places[code]));
    }
}
