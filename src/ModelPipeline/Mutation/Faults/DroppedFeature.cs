using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The data lack a column: the one that the champion depends on most among those that the spec does not name.</summary>
internal sealed class DroppedFeature : IFault
{
    public string Name => "dropped-feature";

    public string? NotApplicable(FaultSite site) =>
        site.Data.Rows.Features.Columns.Count < 2 ? "there is one feature alone"
        : Dropped(site) is null ? "the spec names every feature: a file without one could not be read"
        : null;

    public FaultyData Inject(FaultSite site) =>
        site.Of(site.Data.Rows.Dataset.Table.Only(site.Data.Rows.Dataset.Table.Columns.Select(column => column.Name).Where(name => name != Dropped(site))));

    public string Cause(FaultSite site)
    {
        var feature = FaultSite.Quoted(Dropped(site)!);
        return $"the data have no column {feature}|feature {feature} was removed: the data have no such column";
    }

    private static string? Dropped(FaultSite site) => site.Strongest(site.Data.Rows.Features.Columns.Where(column => !IsNamed(site.Spec, column)))?.Name;

    private static bool IsNamed(ModelSpec spec, Column feature) =>
        spec.Data.Columns.ContainsKey(feature.Name) || spec.Data.Split.Group == feature.Name || spec.Evaluate.Slices.Any(slice => slice.Columns.Contains(feature.Name));
}
