using ModelPipeline.Statistics;

namespace ModelPipeline.Mutation.Faults;

/// <summary>Half of the rows are lost.</summary>
internal sealed class LostRows : IFault
{
    private const double Kept = 0.5;

    public string Name => "lost-rows";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) => site.Only(Shuffle.Share(site.Data.Rows.Rows, Kept, site.RandomFor(Name)));

    public string Cause(FaultSite site) => "rows were lost";
}
