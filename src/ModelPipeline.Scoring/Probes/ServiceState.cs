namespace ModelPipeline.Scoring.Probes;

/// <summary>Whether the service takes requests.</summary>
internal sealed class ServiceState
{
    private volatile ServicePhase _phase = ServicePhase.Starting;

    /// <summary>Where it is in its life.</summary>
    public ServicePhase Phase
    {
        get => _phase;
        set => _phase = value;
    }
}
