using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Differential;

/// <summary>What is judged of two models' answers to the same rows.</summary>
internal static class DifferenceChecks
{
    /// <summary>The checks, in the order in which they are shown. Where the models cannot be compared, all but the first are not run.</summary>
    /// <param name="comparison">The two models over the reference rows.</param>
    /// <param name="limits">The spec's limits.</param>
    public static IEnumerable<Check> Of(Comparison comparison, DifferentialLimits limits)
    {
        yield return Scorable(comparison);
        if (comparison.Scores is not { } scores)
        {
            foreach (var name in Names(comparison.Champion.Manifest.Signature.Task))
                yield return NotRun(name, "the two models cannot be compared");
            yield break;
        }

        var floor = comparison.Champion.Manifest.NoiseFloor;
        var counts = scores.Counts;
        yield return FiniteScores(scores);
        yield return Share("changed_rows", counts.Changed, counts.Rows, DifferenceLimit.OfShare(limits.ChangedRows, floor.ChangedRows, counts.Rows), "changed by more than the tolerance");
        if (comparison.Champion.Manifest.Signature.Task != ModelTask.Regression)
        {
            yield return Share("label_flips", counts.Flips, counts.Rows, DifferenceLimit.OfShare(limits.LabelFlips, floor.LabelFlips, counts.Rows), "changed label");
            yield return comparison.Reference.Labels is null
                ? NotRun("negative_flips", "rows of the reference have no label that the candidate knows") with { Required = limits.NegativeFlips is not null || comparison.Reference.HasLabels }
                : Share("negative_flips", counts.NegativeFlips, counts.Rows, DifferenceLimit.OfShare(limits.NegativeFlips, floor.NegativeFlips, counts.Rows), "were right and are wrong now");
        }

        yield return MeanShift(scores, limits.MeanShift, floor.MeanShift, comparison.Champion.Manifest.Signature.Task);
        yield return LostFeatures(comparison, limits.LostFeatures);
    }

    private static string[] Names(ModelTask task) => task == ModelTask.Regression
        ? ["finite_scores", "changed_rows", "mean_shift", "lost_features"]
        : ["finite_scores", "changed_rows", "label_flips", "negative_flips", "mean_shift", "lost_features"];

    private static Check NotRun(string name, string reason) => new() { Name = name, Status = Status.NotRun, Reason = $"not compared: {reason}" };

    private static Check Scorable(Comparison comparison)
    {
        string[] faults = [.. comparison.Obstacles, .. OneSided(comparison.Scores)];
        return new()
        {
            Name = "scorable",
            Status = faults.Length == 0 ? Status.Passed : Status.Failed,
            Observed = faults.Length,
            Limit = 0,
            Reason = faults.Length == 0
                ? string.Create(CultureInfo.InvariantCulture, $"both models score all {comparison.Reference.Table.Rows:N0} reference rows, with the same meaning")
                : string.Join("; ", faults),
        };
    }

    private static IEnumerable<string> OneSided(ScoredPair? scores)
    {
        if (scores is null)
            yield break;
        var rows = Enumerable.Range(0, scores.Champion.Rows)
            .Select(row => (Champion: Training.Scores.AreFinite(scores.Champion.Row(row)), Candidate: Training.Scores.AreFinite(scores.Candidate.Row(row)))).ToList();
        var (byChampion, byCandidate) = (rows.Count(row => row is (true, false)), rows.Count(row => row is (false, true)));
        if (byChampion > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{byChampion:N0} of {rows.Count:N0} rows get a finite score from the champion alone");
        if (byCandidate > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{byCandidate:N0} of {rows.Count:N0} rows get a finite score from the candidate alone");
    }

    private static Check FiniteScores(ScoredPair scores) => new()
    {
        Name = "finite_scores",
        Status = scores.AreFinite ? Status.Passed : Status.Failed,
        Observed = Math.Max(scores.CandidateNotFinite, scores.ChampionNotFinite),
        Limit = 0,
        Reason = scores.AreFinite
            ? string.Create(CultureInfo.InvariantCulture, $"both models' scores of all {scores.Counts.Rows:N0} rows are finite numbers")
            : string.Create(CultureInfo.InvariantCulture, $"of {scores.Counts.Rows:N0} rows the candidate's scores of {scores.CandidateNotFinite:N0} are not finite numbers, the champion's of {scores.ChampionNotFinite:N0}"),
    };

    private static Check Share(string name, int count, int rows, DifferenceLimit limit, string what)
    {
        var share = (double)count / rows;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {rows:N0} rows {what} ({Shown.Percent(share)})");
        return Judged(name, share, limit, shown, Shown.Percent);
    }

    private static Check MeanShift(ScoredPair scores, double? wanted, double floor, ModelTask task)
    {
        var greatest = OutputShift.Greatest(scores.Shifts);
        var mean = greatest.Mean;
        if (!double.IsFinite(mean.Value))
            return NotRun("mean_shift", "not every score is a finite number");
        var unit = task == ModelTask.Regression ? " standard deviations of the label" : "";
        var shown = $"the mean of {QuotedText.Of(greatest.Output)} moved by {MetricText.Of(mean)}{unit} over {scores.Counts.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows";
        return Judged("mean_shift", Math.Abs(mean.Value), DifferenceLimit.OfShift(wanted, floor, (mean.High - mean.Low) / 2), shown, MetricText.Of);
    }

    private static Check Judged(string name, double observed, DifferenceLimit limit, string shown, Func<double, string> show)
    {
        var check = new Check { Name = name, Status = Status.Error, Observed = observed, Reason = "" };
        if (!double.IsFinite(limit.Value))
            return check with { Reason = $"{shown}; nothing says how much may: the champion's noise floor is not known, so set differential.limits.{name}" };
        check = check with { Limit = limit.Value };
        return observed <= limit.Value
            ? check with { Status = Status.Passed, Reason = $"{shown}, within the allowed {show(limit.Value)} ({limit.Origin})" }
            : check with { Status = Status.Failed, Reason = $"{shown}, more than the allowed {show(limit.Value)} ({limit.Origin})" };
    }

    private static Check LostFeatures(Comparison comparison, int limit)
    {
        if (comparison.Reliance.Any(feature => !double.IsFinite(feature.Champion) || feature.Candidate is { } candidate && !double.IsFinite(candidate)))
            return NotRun("lost_features", "not every score is a finite number where a feature is permuted");
        FeatureReliance[] lost = [.. comparison.LostFeatures.OrderByDescending(feature => feature.Champion)];
        var relied = comparison.Reliance.Count(feature => feature.IsRelied);
        var shown = string.Create(CultureInfo.InvariantCulture, $"{lost.Length} of the {relied} features that the champion relies on");
        return new()
        {
            Name = "lost_features",
            Status = lost.Length <= limit ? Status.Passed : Status.Failed,
            Observed = lost.Length,
            Limit = limit,
            Reason = lost.Length == 0 ? $"{shown} mean nothing to the candidate" : $"{shown} mean nothing to the candidate: {Shown.List(lost, Sensitivities)}; {limit} allowed",
        };
    }

    private static string Sensitivities(FeatureReliance feature) =>
        $"{Shown.Value(feature.Feature)} (moves the champion by {MetricText.Of(feature.Champion)}, the candidate by {(feature.Candidate is { } candidate ? MetricText.Of(candidate) : "nothing: not read")})";
}
