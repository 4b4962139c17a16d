using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Cards;

/// <summary>Evidence for cards.</summary>
internal static class Given
{
    public static StepEvidence Evidence(string step, params Check[] checks) => new()
    {
        Step = step,
        Model = "churn",
        Status = StepEvidence.Worst(checks),
        Summary = $"{step} said so",
        Candidate = step == StepNames.ValidateData ? null : Digest.Of("candidate"),
        Inputs = new EvidenceInputs { Data = Digest.Of("data"), Spec = Digest.Of("spec"), Tool = Digest.Of("tool") },
        Checks = checks,
        Measures = new Dictionary<string, Measure>(),
        Started = new DateTimeOffset(2026, 3, 1, 23, 30, 15, TimeSpan.Zero),
        DurationMs = 1,
    };

    public static Check Check(string name, Status status, bool required = true) =>
        new() { Name = name, Status = status, Reason = $"{name} because", Required = required };
}
