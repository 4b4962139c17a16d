using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>
/// Searches the parts of every feature (<see cref="ColumnParts"/>) and the combinations of two features' parts for those where the candidate's loss is
/// greatest. Shown, not judged: it says where to look, not that a model must not be released.
/// </summary>
internal static class WorstSliceFinder
{
    private const int FewestRows = 30;
    private const int FewestShare = 100;
    private const double Rounding = 1e-12;

    /// <summary>
    /// At most five slices whose mean loss is greater than that of the rest, each with at least 30 rows and 1% of all, by Welch's test adjusted by
    /// <see cref="Holm"/> to a probability of at most 0.05 that any of them is there by chance, and chosen by <see cref="WorstSliceChoice"/>.
    /// </summary>
    /// <param name="features">The features of the test rows: numbers and categories.</param>
    /// <param name="labels">The true answers of the same rows.</param>
    /// <param name="scores">What the candidate says of the same rows.</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">A feature holds times or texts, or the features, labels and scores do not fit each other or the task.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static WorstSliceSearch Find(Table features, Labels labels, Scores scores, ModelTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(features);
        var losses = RowLosses.Of(labels, scores, task);
        if (features.Rows != labels.Count)
            throw new ArgumentException($"There are {features.Rows} rows and {labels.Count} labels.", nameof(features));
        if (losses.Undefined is { } undefined)
            return WorstSliceSearch.OfUndefined(losses.Metric, undefined);

        var fewest = Math.Max(FewestRows, (features.Rows + FewestShare - 1) / FewestShare);
        var mean = CompensatedSum.Of(losses.Values) / losses.Values.Length;
        var counter = new CandidateCounter(Centred(losses.Values, mean), fewest);
        if (!double.IsFinite(counter.All.Squares))
            return WorstSliceSearch.OfUndefined(losses.Metric, "losses are too large to compute with");

        var columns = ColumnParts.Of(features, [.. features.Columns.Select(column => column.Name)])
            .Select(parts => SearchColumn.Of(parts, fewest))
            .Where(column => column.Names.Count > 0);
        var plan = SearchPlan.Of([.. columns], features.Rows / fewest);
        var candidates = new List<Candidate>();
        foreach (var set in plan.Sets)
        {
            cancellation.ThrowIfCancellationRequested();
            candidates.AddRange(counter.Of(set));
        }

        if (candidates.Count == 0)
            return WorstSliceSearch.OfUndefined(losses.Metric, $"no slice of the {Text(features.Rows)} test rows has {Text(fewest)} and leaves as many");
        var worst = WorstSliceChoice.Of(candidates, counter, cancellation);
        return new(losses.Metric, [.. worst.Select(slice => Described(slice.Candidate, slice.AdjustedP, counter.All, mean))], candidates.Count, plan.LeftOut, null);
    }

    // Losses that differ by their last digits alone are equal.
    private static double[] Centred(double[] losses, double mean) =>
        Array.ConvertAll(losses, loss => Math.Abs(loss - mean) <= Rounding * mean ? 0 : loss - mean);

    private static WorstSlice Described(Candidate slice, double adjustedP, Moments all, double mean)
    {
        var rest = all - slice.Moments;
        var (low, high) = MeanDifference.Of(slice.Moments, rest).Interval;
        return new(slice.Name, slice.Moments.Count, mean + slice.Moments.Mean, mean + rest.Mean, new(slice.Moments.Mean - rest.Mean, low, high), adjustedP);
    }

    private static string Text(int rows) => rows.ToString(CultureInfo.InvariantCulture);
}
