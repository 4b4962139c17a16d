using ModelPipeline.Evidence;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking;

/// <summary>What the decision rule says of one ratio.</summary>
/// <param name="Status">Passed, failed, or error where the repetitions cannot tell.</param>
/// <param name="Ratio">Candidate to champion: the median of the repetitions with a 95% interval.</param>
/// <param name="Above">In how many repetitions the ratio was above the limit.</param>
/// <param name="Repetitions">How many repetitions there were.</param>
/// <param name="Noise">By which share the champion differed from itself, for example 0.01.</param>
/// <param name="Negligible">Whether the amounts differ too little to matter, whatever the ratio.</param>
internal sealed record Decision(Status Status, Estimate Ratio, int Above, int Repetitions, double Noise, bool Negligible = false);
