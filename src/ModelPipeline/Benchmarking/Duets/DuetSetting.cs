using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Processes;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What a duet is made of.</summary>
/// <param name="Command">How the host is started as a worker.</param>
/// <param name="Plan">How much is measured.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Candidate">What the candidate's worker is to do.</param>
/// <param name="Champion">What the champion's worker is to do.</param>
/// <param name="Seed">The seed of the order of the blocks.</param>
internal sealed record DuetSetting(WorkerCommand Command, BenchmarkPlan Plan, TimeProvider Clock, WorkerJob Candidate, WorkerJob Champion, long Seed)
{
    /// <summary>The cores of the two sides, as far from each other as there are; <see langword="null"/> where there are no two to be told, so that sides take turns.</summary>
    public (int Tested, int Champion)? Cores { get; } = Workers.Cores.Allowed() is [var first, .., var last] ? (first, last) : null;
}
