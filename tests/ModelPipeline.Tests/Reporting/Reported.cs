using ModelPipeline.Evidence;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Reporting;

/// <summary>Reports for tests.</summary>
internal static class Reported
{
    public static RunReport Run(int exitCode, params ModelReport[] models) => new() { Models = models, ExitCode = exitCode, Workspace = ".pipeline" };

    /// <summary>A model of whose steps some are reported.</summary>
    public static ModelReport Model(params (string Step, Status Status)[] steps) => new()
    {
        Name = "churn",
        SpecFile = "models/churn/model.yaml",
        Steps = [.. steps.Select(step => new StepReport("churn", step.Step, step.Status, $"{step.Step} said so"))],
    };

    /// <summary>A model whose every step has a status, one step another.</summary>
    public static ModelReport Whole(Status status = Status.Passed, string other = "", Status otherStatus = Status.Passed) =>
        Model([.. StepNames.Required.Select(step => (step, step == other ? otherStatus : status))]);

    /// <summary>A model with evidence of one step.</summary>
    public static ModelReport Judged(string step, params Check[] checks)
    {
        var evidence = Evidence(step, checks);
        return Model((step, evidence.Status)) with { Evidence = [evidence] };
    }

    public static StepEvidence Evidence(string step, params Check[] checks) => new()
    {
        Step = step,
        Model = "churn",
        Status = StepEvidence.Worst(checks),
        Summary = "said so",
        Candidate = Digest.Of("bundle"),
        Inputs = new EvidenceInputs { Spec = Digest.Of("spec"), Tool = Digest.Of("tool") },
        Checks = checks,
        Measures = new Dictionary<string, Measure>(),
        Started = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero),
        DurationMs = 1250,
    };
}
