using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evidence;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>One of several candidates.</summary>
/// <param name="Number">Its place on the command line, from 1.</param>
/// <param name="Name">What people call it. Contains part of a path: escape it.</param>
/// <param name="Digest">Its bundle.</param>
/// <param name="Scores">What it says of the test rows; <see langword="null"/> where it cannot score them.</param>
/// <param name="Comparisons">The gated metrics, beside the champion's where there is one; none where it cannot score the rows.</param>
/// <param name="Verdict">The worst status of its gates.</param>
/// <param name="Reasons">Why the verdict is not passed, or why it cannot score the rows. They contain data, escaped for messages.</param>
/// <param name="Seen">How many test rows it was trained on; <see langword="null"/> where it cannot score them.</param>
internal sealed record RankedCandidate(
    int Number,
    string Name,
    Digest Digest,
    Scores? Scores,
    IReadOnlyList<MetricComparison> Comparisons,
    Status Verdict,
    IReadOnlyList<string> Reasons,
    SeenRows? Seen)
{
    /// <summary>A metric of it; <see langword="null"/> where it was not measured or is undefined.</summary>
    public MetricComparison? Measured(MetricDefinition metric) =>
        Comparisons.FirstOrDefault(comparison => comparison.Metric == metric && double.IsFinite(comparison.Candidate.Estimate.Value));
}
