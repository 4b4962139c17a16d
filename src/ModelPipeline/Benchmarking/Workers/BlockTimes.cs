namespace ModelPipeline.Benchmarking.Workers;

/// <summary>What a block of scores took.</summary>
/// <param name="Thread">The scoring thread's processor time, in nanoseconds; wall time where the system does not say, or a program scores.</param>
/// <param name="Process">The processor time of all the worker's threads, in nanoseconds; wall time where the system does not say, or a program scores.</param>
/// <param name="Wall">Wall time, in nanoseconds.</param>
/// <param name="Bytes">What the scoring thread allocated.</param>
internal sealed record BlockTimes(long Thread, long Process, long Wall, long Bytes);
