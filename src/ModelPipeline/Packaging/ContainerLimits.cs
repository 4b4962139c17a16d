namespace ModelPipeline.Packaging;

/// <summary>What a container may use.</summary>
/// <param name="MemoryBytes">The memory, swap included.</param>
/// <param name="Cpus">The processors, for example 0.5.</param>
/// <param name="Processes">The processes and threads.</param>
public sealed record ContainerLimits(long MemoryBytes, double Cpus, int Processes = 256);
