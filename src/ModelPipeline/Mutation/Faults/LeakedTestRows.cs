namespace ModelPipeline.Mutation.Faults;

/// <summary>The candidate is trained on the test rows too.</summary>
internal sealed class LeakedTestRows : IFault
{
    public string Name => "leaked-test-rows";

    public string? NotApplicable(FaultSite site) => null;

    public FaultyData Inject(FaultSite site) => new(site.Spec, site.Data)
    {
        Trained = site.Data with { Split = site.Data.Split with { Train = [.. site.Data.Split.Train.Concat(site.Data.Split.Test).Order()] } },
    };

    public string Cause(FaultSite site) => "test rows leaked into the candidate's training";
}
