using ModelPipeline.Specs;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The other class counts as positive.</summary>
internal sealed class OtherPositiveClass : IFault
{
    public string Name => "other-positive-class";

    public string? NotApplicable(FaultSite site) => site.Spec.Task == ModelTask.BinaryClassification ? null : "only a binary task has a positive class";

    public FaultyData Inject(FaultSite site)
    {
        var spec = site.Spec with { Data = site.Spec.Data with { Positive = site.Data.Rows.Labels.Classes[0] } };
        return new(spec, FaultSite.Read(spec, site.Data.Rows.Dataset.Table));
    }

    public string Cause(FaultSite site) => $"the positive class is {FaultSite.Quoted(site.Data.Rows.Labels.Classes[0])} now";
}
