using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evaluation.Fairness;
using ModelPipeline.Evaluation.WorstSlices;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>What Evaluate finds out about parts of the test rows beside the spec's gates: the worst ones, and how groups are treated. Shown, not judged.</summary>
internal sealed class SliceFindings
{
    private const int LongestName = 200;

    private readonly WorstSliceSearch _search;
    private readonly IReadOnlyList<FairnessResult> _fairness;
    private readonly int _leftOut;

    private SliceFindings(WorstSliceSearch search, IReadOnlyList<FairnessResult> fairness, int leftOut) =>
        (_search, _fairness, _leftOut) = (search, fairness, leftOut);

    /// <summary>Searches the features' parts, and compares the groups of the columns that the spec slices by.</summary>
    /// <param name="data">The data.</param>
    /// <param name="table">The test rows with all columns.</param>
    /// <param name="scores">What the candidate says of them.</param>
    /// <param name="spec">The model's spec.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static SliceFindings Of(RunData data, Table table, Scores scores, ModelSpec spec, CancellationToken cancellation)
    {
        var columns = spec.Evaluate.Slices.Where(slice => slice.Columns.Count == 1).Select(slice => slice.Columns[0]).Distinct().ToList();
        return new(
            WorstSliceFinder.Find(data.TestFeatures, data.TestLabels, scores, spec.Task, cancellation),
            spec.Task == ModelTask.BinaryClassification ? GroupFairness.Measure(table, columns, data.TestLabels, scores) : [],
            spec.Evaluate.Slices.Sum(slice => Slices.Of(table, slice).LeftOut));
    }

    /// <summary>The differences between groups: <c>fairness.&lt;column&gt;.&lt;figure&gt;</c>.</summary>
    public IEnumerable<KeyValuePair<string, Measure>> Measures =>
        Fairness.Where(item => item.Difference.Undefined is null).Select(item => new KeyValuePair<string, Measure>(
            item.Name, new Measure(item.Difference.Estimate.Value, item.Difference.Estimate.Low, item.Difference.Estimate.High)));

    /// <summary>The worst slices and how they were searched for, the groups that differ most, and how many slices were too many to show.</summary>
    public IEnumerable<KeyValuePair<string, string>> Facts
    {
        get
        {
            foreach (var (index, slice) in _search.Slices.Index())
                yield return new(string.Create(CultureInfo.InvariantCulture, $"worst_slice.{index + 1}"), Sentence(slice));
            yield return new("worst_slices", Searched);
            foreach (var (name, difference) in Fairness)
                yield return new(name, difference.Undefined ?? $"greatest: {Shown(difference.Greatest)}, least: {Shown(difference.Least)}");
            if (_leftOut > 0)
                yield return new("slices.left_out", string.Create(CultureInfo.InvariantCulture, $"slices with the fewest rows, not shown: {_leftOut:N0}"));
        }
    }

    private IEnumerable<(string Name, FairnessDifference Difference)> Fairness => _fairness.SelectMany(result => new[]
    {
        ($"fairness.{result.Column}.demographic_parity", result.DemographicParity),
        ($"fairness.{result.Column}.equal_opportunity", result.EqualOpportunity),
        ($"fairness.{result.Column}.equalized_odds", result.EqualizedOdds),
    });

    private string Searched => _search.Undefined is { } reason
        ? $"the worst slices could not be searched for: {reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{_search.Candidates:N0} slices of features and pairs of features were compared by {_search.Loss}{LeftOut}; {(_search.Slices.Count == 0 ? "none is worse than chance explains" : "those shown are worse than chance explains")}");

    private string LeftOut => _search.LeftOut == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (columns and pairs left out: {_search.LeftOut:N0})");

    private string Sentence(WorstSlice slice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Shown(slice.Name)}: {slice.Rows:N0} rows, {_search.Loss} {MetricText.Of(slice.MeanLoss)}, that of the rest {MetricText.Of(slice.MeanLossOfRest)}, difference {MetricText.Of(slice.Difference)}, p {MetricText.Of(slice.AdjustedP)}");

    private static string Shown(string slice) => QuotedText.Escape(slice, LongestName);
}
