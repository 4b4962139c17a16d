using ModelPipeline;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

/// <summary>Reports for tests.</summary>
internal static class Given
{
    public const string Head = "0123456789abcdef0123456789abcdef01234567";

    public static Check Failed { get; } = new() { Name = "auc.threshold", Status = Status.Failed, Observed = 0.79, Limit = 0.8, Reason = "auc 0.79 is below the threshold 0.80", Hint = "train longer" };

    public static RunReport Report(params ModelReport[] models) => new()
    {
        Models = models.Length == 0 ? [Verified("churn")] : models,
        ExitCode = models.Select(model => model.ExitCode).DefaultIfEmpty(0).Max(),
        Workspace = ".pipeline",
    };

    /// <summary>A model whose every step passed.</summary>
    public static ModelReport Verified(string name) => new()
    {
        Name = name,
        SpecFile = $"models/{name}/model.yaml",
        Steps = [.. StepNames.Required.Select(step => new StepReport(name, step, Status.Passed, "fine"))],
        Evidence = [.. StepNames.Required.Select(step => Evidence(name, step, new Check { Name = "good", Status = Status.Passed, Reason = "fine" }))],
    };

    /// <summary>A model that failed a gate.</summary>
    public static ModelReport FailedGate(string name, Check? check = null) => Verified(name) with
    {
        Steps = [.. Verified(name).Steps.Select(step => step.Step == StepNames.Evaluate ? step with { Status = Status.Failed, Reason = (check ?? Failed).Reason } : step)],
        Failing = [new FailingCheck(StepNames.Evaluate, check ?? Failed, $"models/{name}/model.yaml", 7)],
    };

    /// <summary>A model that GateRelease judged.</summary>
    public static ModelReport Gated(string name, Status status, string? head = Head)
    {
        var check = new Check { Name = "approvals", Status = status, Reason = "1 of 2 approvals" };
        var gate = Evidence(name, StepNames.GateRelease, check) with { Facts = head is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["head"] = head, ["pull_request"] = "12" } };
        return new ModelReport
        {
            Name = name,
            SpecFile = $"models/{name}/model.yaml",
            Steps = [new StepReport(name, StepNames.GateRelease, status, check.Reason)],
            Evidence = [gate],
            Failing = status == Status.Passed ? [] : [new FailingCheck(StepNames.GateRelease, check, $"models/{name}/model.yaml", 9)],
        };
    }

    private static StepEvidence Evidence(string model, string step, Check check) => new()
    {
        Step = step,
        Model = model,
        Status = check.Status,
        Summary = check.Reason,
        Candidate = Digest.Of("bundle"),
        Inputs = new EvidenceInputs { Spec = Digest.Of("spec"), Tool = Digest.Of("tool") },
        Checks = [check],
        Measures = new Dictionary<string, Measure>(),
        Started = DateTimeOffset.UnixEpoch,
        DurationMs = 1,
    };
}
