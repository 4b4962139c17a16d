using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What a pair of workers took between one start and the next.</summary>
/// <param name="Load">Loading the bundles.</param>
/// <param name="Peaks">The peaks of the memory after equal work, in bytes; 0 where the system does not say.</param>
/// <param name="Blocks">By mode, block by block; each two following ones have the cores one way and the other.</param>
internal sealed record PairTimes(BlockPair Load, (long Tested, long Champion) Peaks, IReadOnlyDictionary<ScoringMode, List<BlockPair>> Blocks);
