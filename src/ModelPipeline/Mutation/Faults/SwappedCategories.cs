using ModelPipeline.Data;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The two most frequent categories of the feature that the champion depends on most have changed their names.</summary>
internal sealed class SwappedCategories : IFault
{
    public string Name => "swapped-categories";

    public string? NotApplicable(FaultSite site) => site.Category switch
    {
        null => "no feature is categorical",
        var column when MostFrequent(column).Length < 2 => $"{QuotedText.Of(column.Name)} has one category alone",
        _ => null,
    };

    public FaultyData Inject(FaultSite site)
    {
        var column = site.Category!;
        var swapped = MostFrequent(column);
        return site.With(new CategoricalColumn(
            column.Name,
            [.. column.Codes.ToArray().Select(code => code == swapped[0] ? swapped[1] : code == swapped[1] ? swapped[0] : code)],
            [.. column.Categories]));
    }

    public string Cause(FaultSite site) => $"of {FaultSite.Quoted(site.Category!.Name)} (look swapped|is reversed [^;]*look swapped)";

    private static int[] MostFrequent(CategoricalColumn column) =>
    [
        .. column.Codes.ToArray().Where(code => code != CategoricalColumn.Missing).GroupBy(code => code)
            .OrderByDescending(rows => rows.Count()).ThenBy(rows => rows.Key).Take(2).Select(rows => rows.Key),
    ];
}
