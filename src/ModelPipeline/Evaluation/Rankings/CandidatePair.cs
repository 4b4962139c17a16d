using System.Globalization;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Two candidates of a ranking, compared on the same rows.</summary>
/// <param name="Metric">What they are compared by.</param>
/// <param name="Better">The one that ranks higher.</param>
/// <param name="Worse">The one that ranks lower.</param>
/// <param name="Difference">The higher one's metric less the lower one's, with its paired 95% interval; no correction is in it.</param>
/// <param name="PValue">The p-value after Holm's correction for all pairs of the ranking.</param>
internal sealed record CandidatePair(MetricDefinition Metric, RankedCandidate Better, RankedCandidate Worse, Estimate Difference, double PValue)
{
    private const double Level = 0.05;

    /// <summary>Whether the test rows tell the two apart, among all pairs at the level 0.05.</summary>
    public bool IsReal => PValue <= Level;

    /// <summary>The pair in evidence, for example <c>2-1</c>: the numbers of the higher and of the lower one.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Better.Number}-{Worse.Number}");

    /// <summary>What the comparison says. Contains names: escape it.</summary>
    public string Sentence
    {
        get
        {
            var seen = $"{Metric.Name} differs by {MetricText.Of(Difference)}, adjusted p {MetricText.Of(PValue)}";
            return IsReal
                ? $"{Better.Name} is better than {Worse.Name}: {seen}: the difference is real"
                : $"{Better.Name} and {Worse.Name} cannot be told apart: {seen}";
        }
    }
}
