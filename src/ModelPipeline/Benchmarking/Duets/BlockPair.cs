using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What the same block took on two workers at the same time.</summary>
/// <param name="Tested">The candidate's worker, or the control's.</param>
/// <param name="Champion">The champion's worker.</param>
internal sealed record BlockPair(BlockTimes Tested, BlockTimes Champion);
