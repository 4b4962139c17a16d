namespace ModelPipeline.Benchmarking.Duets;

/// <summary>Everything that a duet measured.</summary>
/// <param name="Plan">The work of every restart.</param>
/// <param name="Cores">The two cores that the workers were pinned to; <see langword="null"/> where they took turns.</param>
/// <param name="HasCpuClock">Whether the workers' processor time is known, and tells what scoring takes.</param>
/// <param name="Restarts">What was measured, restart by restart.</param>
internal sealed record DuetTimes(BlockPlan Plan, (int Tested, int Champion)? Cores, bool HasCpuClock, IReadOnlyList<RestartTimes> Restarts);
