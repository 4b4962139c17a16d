namespace ModelPipeline.Scoring.Probes;

/// <summary>Where the service is in its life.</summary>
internal enum ServicePhase
{
    /// <summary>Not ready yet.</summary>
    Starting,

    /// <summary>Ready.</summary>
    Ready,

    /// <summary>Told to stop: not ready, yet what arrives is answered, and its connection closed.</summary>
    Leaving,

    /// <summary>What arrives is refused; what was begun is finished.</summary>
    Draining,
}
