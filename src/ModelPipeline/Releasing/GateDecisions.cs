using ModelPipeline.Evidence;

namespace ModelPipeline.Releasing;

/// <summary>What the gate's decisions are called.</summary>
public static class GateDecisions
{
    /// <summary>The decision that follows from the worst required check.</summary>
    /// <param name="worst">That check's status.</param>
    public static GateDecision Of(Status worst) => worst switch
    {
        Status.Passed => GateDecision.Approved,
        Status.Pending => GateDecision.Pending,
        Status.Failed => GateDecision.Blocked,
        _ => GateDecision.Indeterminate,
    };

    /// <summary>A decision's word.</summary>
    /// <param name="decision">The decision.</param>
    public static string NameOf(GateDecision decision) => decision switch
    {
        GateDecision.Approved => "approved",
        GateDecision.Pending => "pending",
        GateDecision.Blocked => "blocked",
        _ => "indeterminate",
    };
}
