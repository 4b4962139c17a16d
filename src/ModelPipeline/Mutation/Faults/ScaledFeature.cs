using ModelPipeline.Data;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The number that the champion depends on most is in another unit: 100 times as great.</summary>
internal sealed class ScaledFeature : IFault
{
    private const double Factor = 100;

    public string Name => "scaled-feature";

    public string? NotApplicable(FaultSite site) => site.Number is null ? "no feature is numeric" : null;

    public FaultyData Inject(FaultSite site) =>
        site.With(new NumericColumn(site.Number!.Name, [.. site.Number.Values.ToArray().Select(value => value * Factor)]));

    public string Cause(FaultSite site) => $"column {FaultSite.Quoted(site.Number!.Name)} looks multiplied by 100:";
}
