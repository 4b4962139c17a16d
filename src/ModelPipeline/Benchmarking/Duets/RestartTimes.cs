namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What all workers took between one start and the next.</summary>
/// <param name="Duet">Candidate and champion.</param>
/// <param name="Control">Champion and champion.</param>
internal sealed record RestartTimes(PairTimes Duet, PairTimes Control);
