namespace ModelPipeline.Serving;

/// <summary>What a service uses.</summary>
/// <param name="CpuTime">The processor time since its start, of all threads.</param>
/// <param name="MemoryBytes">The memory that it holds now, without the operating system's file cache.</param>
public sealed record ServiceUsage(TimeSpan CpuTime, long MemoryBytes);
