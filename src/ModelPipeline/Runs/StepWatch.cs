namespace ModelPipeline.Runs;

/// <summary>When a step started and how long it has run.</summary>
internal sealed class StepWatch(TimeProvider clock)
{
    private readonly long _begun = clock.GetTimestamp();

    public DateTimeOffset Started { get; } = clock.GetUtcNow();

    public long ElapsedMs => (long)clock.GetElapsedTime(_begun).TotalMilliseconds;
}
