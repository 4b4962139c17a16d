namespace ModelPipeline.Mutation.Faults;

/// <summary>The champion's data again, in place of new ones.</summary>
internal sealed class OldData : IFault
{
    public string Name => "old-data";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) => new(site.Spec, site.Earlier);

    public string Cause(FaultSite site) => "data are unchanged since the champion|nothing is new: same data";
}
