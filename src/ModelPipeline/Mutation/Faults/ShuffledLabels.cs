using ModelPipeline.Statistics;

namespace ModelPipeline.Mutation.Faults;

/// <summary>Each row has the label of another row.</summary>
internal sealed class ShuffledLabels : IFault
{
    public string Name => "shuffled-labels";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) => site.With(site.Data.Rows.Label.Select(Shuffle.Order(site.Data.Rows.Rows, site.RandomFor(Name))));

    public string Cause(FaultSite site) => "labels (that )?look shuffled";
}
