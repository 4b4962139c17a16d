using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Evidence;

/// <summary>Evidence for tests.</summary>
internal static class Samples
{
    public static Digest A { get; } = Digest.Of("a");

    /// <summary>Evidence with every optional part.</summary>
    public static StepEvidence Full { get; } = new()
    {
        Step = StepNames.Evaluate,
        Model = "churn",
        Status = Status.Failed,
        Summary = "auc 0.79 is below 0.80",
        Candidate = A,
        Baseline = new Baseline("1.2.0", Digest.Of("champion")),
        Inputs = new EvidenceInputs { Data = Digest.Of("data"), Spec = Digest.Of("spec"), Tool = Digest.Of("tool") },
        Checks =
        [
            new Check { Name = "auc.threshold", Status = Status.Failed, Observed = 0.79, Limit = 0.8, Reason = "too low: \"<é>\" & 'x'", Hint = "train longer" },
            new Check { Name = "mape.threshold", Status = Status.Error, Required = false, Observed = double.NaN, Limit = double.NegativeInfinity, Reason = "undefined" },
        ],
        Measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal)
        {
            ["auc"] = new(0.79, 0.75, 0.83),
            ["bound_missing"] = new(1, null, 2),
            ["infinite"] = double.PositiveInfinity,
            ["minus"] = new(double.NegativeInfinity, double.NaN, 0.1),
            ["rows"] = 7043,
            ["undefined"] = double.NaN,
        },
        Slices = [new SliceEvidence("female=1", 12, new Dictionary<string, Measure> { ["auc"] = new(0.5, 0.25, 0.75), ["rows"] = 12 })],
        Facts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["engine"] = "linear", ["zone"] = "日本" },
        Fingerprint = Digest.Of("fingerprint"),
        Started = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero),
        DurationMs = 812,
    };

    /// <summary>Evidence with nothing that may be absent.</summary>
    public static StepEvidence Least { get; } = new()
    {
        Step = StepNames.ValidateData,
        Model = "churn",
        Status = Status.Passed,
        Summary = "fine",
        Inputs = new EvidenceInputs { Spec = Digest.Of("spec"), Tool = Digest.Of("tool") },
        Checks = [new Check { Name = "parses", Status = Status.Passed, Reason = "read" }],
        Measures = new Dictionary<string, Measure>(),
        Started = DateTimeOffset.UnixEpoch,
        DurationMs = 0,
    };
}
