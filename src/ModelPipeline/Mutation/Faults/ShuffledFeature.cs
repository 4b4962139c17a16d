using ModelPipeline.Statistics;

namespace ModelPipeline.Mutation.Faults;

/// <summary>Each row has another row's value of the feature that the champion depends on most.</summary>
internal sealed class ShuffledFeature : IFault
{
    public string Name => "shuffled-feature";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) =>
        site.With(site.Data.Rows.Features[site.Feature].Select(Shuffle.Order(site.Data.Rows.Rows, site.RandomFor(Name))));

    public string Cause(FaultSite site) => $"the values of {FaultSite.Quoted(site.Feature)} look shuffled";
}
