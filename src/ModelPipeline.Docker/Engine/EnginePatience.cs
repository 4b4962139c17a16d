namespace ModelPipeline.Docker.Engine;

/// <summary>How long the engine may take.</summary>
internal sealed record EnginePatience
{
    /// <summary>To say its version.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>To answer a call.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>To load an image.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>To end what it has begun when the run is cancelled.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>To remove everything.</summary>
    public TimeSpan Cleaning { get; init; } = TimeSpan.FromSeconds(60);
}
