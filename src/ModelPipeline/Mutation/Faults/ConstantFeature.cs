using ModelPipeline.Data;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The feature that the champion depends on most has one value in every row.</summary>
internal sealed class ConstantFeature : IFault
{
    public string Name => "constant-feature";

    public string? NotApplicable(FaultSite site) =>
        ColumnStatistics.Of(site.Data.Rows.Features[site.Feature]).IsConstant ? $"{QuotedText.Of(site.Feature)} has one value alone" : null;

    public FaultyData Inject(FaultSite site)
    {
        var column = site.Data.Rows.Features[site.Feature];
        var first = Enumerable.Range(0, column.Count).First(row => !column.IsMissing(row));
        return site.With(column.Select(Enumerable.Repeat(first, column.Count).ToArray()));
    }

    public string Cause(FaultSite site) => $"feature {FaultSite.Quoted(site.Feature)} is [^;]* in all [0-9,]+ training rows";
}
