using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>What is judged of the rows that the two models were trained on.</summary>
internal static class TrainingChecks
{
    /// <summary>The checks, in the order in which they are shown.</summary>
    /// <param name="comparison">The two models over the reference rows.</param>
    /// <param name="limits">The spec's limits.</param>
    public static IEnumerable<Check> Of(Comparison comparison, DifferentialLimits limits)
    {
        var (champion, candidate) = (comparison.Champion.Manifest.Data, comparison.Candidate.Manifest.Data);
        yield return Unseen(comparison);
        yield return Rows(champion, candidate, limits.TrainingRows);
        yield return LabelShift.Judge(comparison, limits);
        if (champion.Newest is { } before)
            yield return candidate.Newest is { } after ? Period(before, after) : NoPeriod(before);
        yield return SomethingNew(comparison);
    }

    /// <summary>Whether the candidate was trained on none of the reference rows. Where these are not its test rows, that is shown, not required.</summary>
    private static Check Unseen(Comparison comparison)
    {
        var seen = comparison.SeenByCandidate ?? new SeenRows(0, 0, "nothing was looked up");
        var check = new Check { Name = "unseen_test_rows", Required = comparison.Reference.IsTestSplit, Status = Status.Error, Limit = 0, Reason = "" };
        if (seen.Fault is { } fault)
            return check with { Reason = $"whether the candidate was trained on the reference rows cannot be told: {fault}" };
        var sample = seen.LookedUp == comparison.Reference.Table.Rows
            ? string.Create(CultureInfo.InvariantCulture, $"the {seen.LookedUp:N0} reference rows")
            : string.Create(CultureInfo.InvariantCulture, $"the {seen.LookedUp:N0} reference rows that could be looked up (of {comparison.Reference.Table.Rows:N0})");
        return check with
        {
            Status = seen.Seen == 0 ? Status.Passed : Status.Failed,
            Observed = seen.Seen,
            Reason = seen.Seen == 0
                ? $"the candidate was trained on none of {sample}"
                : string.Create(CultureInfo.InvariantCulture, $"the candidate was trained on {seen.Seen:N0} of {sample} ({Shown.Percent(seen.Share)})"),
        };
    }

    private static Check Rows(BundleData champion, BundleData candidate, double limit)
    {
        var share = (double)candidate.TrainRows / champion.TrainRows;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{candidate.TrainRows:N0} training rows are {Shown.Percent(share)} of the champion's {champion.TrainRows:N0}");
        return new()
        {
            Name = "training_rows",
            Status = share >= limit ? Status.Passed : Status.Failed,
            Observed = double.IsFinite(share) ? share : null,
            Limit = limit,
            Reason = share >= limit ? $"{shown}, at least {Shown.Percent(limit)}" : $"{shown}, less than the required {Shown.Percent(limit)}",
        };
    }

    private static Check Period(DateTime before, DateTime after)
    {
        var days = (after - before).TotalDays;
        var shown = string.Create(CultureInfo.InvariantCulture, $"the newest row is of {after:yyyy-MM-dd}, the champion's of {before:yyyy-MM-dd}");
        return new()
        {
            Name = "training_period",
            Status = days >= 0 ? Status.Passed : Status.Failed,
            Observed = days,
            Limit = 0,
            Reason = days >= 0 ? shown : $"{shown}: the candidate knows less of the present",
        };
    }

    private static Check NoPeriod(DateTime before) => new()
    {
        Name = "training_period",
        Status = Status.Failed,
        Reason = string.Create(CultureInfo.InvariantCulture, $"the candidate's rows have no time (data.time), the champion's newest is of {before:yyyy-MM-dd}: whether they are older cannot be told"),
    };

    private static Check SomethingNew(Comparison comparison)
    {
        var isNew = comparison.Candidate.Digest != comparison.Champion.Digest && !Novelty.IsRetraining(comparison.Champion.Manifest, comparison.Candidate.Manifest);
        return new()
        {
            Name = "something_new",
            Required = false,
            Status = isNew ? Status.Passed : Status.Failed,
            Reason = isNew ? "the candidate has other data or another recipe than the champion" : "nothing is new: same data, same recipe",
        };
    }
}
