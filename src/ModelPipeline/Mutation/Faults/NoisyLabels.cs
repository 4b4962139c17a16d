using ModelPipeline.Data;
using ModelPipeline.Statistics;

namespace ModelPipeline.Mutation.Faults;

/// <summary>One label in ten is that of another class; of a number, that of another row.</summary>
internal sealed class NoisyLabels : IFault
{
    private const double Share = 0.1;

    public string Name => "noisy-labels";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) => site.With(site.Data.Rows.Label switch
    {
        CategoricalColumn classes => Noisy(classes, site),
        var numbers => Exchanged(numbers, site),
    });

    public string Cause(FaultSite site) => "labels look noisy";

    private CategoricalColumn Noisy(CategoricalColumn label, FaultSite site)
    {
        var random = site.RandomFor(Name);
        var codes = label.Codes.ToArray();
        foreach (var row in Shuffle.Share(codes.Length, Share, random))
            codes[row] = (codes[row] + 1 + random.NextBelow(label.Categories.Count - 1)) % label.Categories.Count;
        return new(label.Name, codes, [.. label.Categories]);
    }

    private Column Exchanged(Column label, FaultSite site)
    {
        var random = site.RandomFor(Name);
        int[] rows = [.. Enumerable.Range(0, label.Count)];
        foreach (var row in Shuffle.Share(rows.Length, Share, random))
            rows[row] = random.NextBelow(rows.Length);
        return label.Select(rows);
    }
}
