using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing;

/// <summary>What any release needs, whoever approves it.</summary>
internal static class ReleaseChecks
{
    /// <summary>DifferentialTest shows it; only here it is binding.</summary>
    private const string NewCheck = "something_new";

    /// <summary>The evidence of every required step, the bundle, the card, the champion, and something new.</summary>
    public static IReadOnlyList<Check> JudgeAll(ModelRun run)
    {
        var evidence = StepNames.Required.ToDictionary(step => step, step => GateEvidence.Read(run, step));
        var candidate = evidence[StepNames.Train].Evidence?.Candidate;
        return
        [
            .. StepNames.Required.Select(step => evidence[step].Judge(run, candidate)),
            JudgeBundle(run, candidate),
            JudgeCard(run, evidence),
            JudgeFirst(run),
            JudgeNew(run, candidate, evidence[StepNames.DifferentialTest].Evidence),
        ];
    }

    private static Check JudgeBundle(ModelRun run, Digest? candidate)
    {
        var found = Directory.Exists(run.Workspace.Bundle) ? BundleDigest.Of(run.Workspace.Bundle) : (Digest?)null;
        return found is not null && found == candidate
            ? new Check { Name = "bundle", Status = Status.Passed, Reason = "the bundle is the one that was judged" }
            : new Check { Name = "bundle", Status = Status.Failed, Reason = $"the bundle is {found?.ToString() ?? "absent"}, the evidence is of {candidate?.ToString() ?? "none"}: run the target Verify" };
    }

    private static Check JudgeCard(ModelRun run, Dictionary<string, GateEvidence> evidence)
    {
        var found = File.Exists(run.Workspace.ModelCard) ? Digest.OfFile(run.Workspace.ModelCard).ToString() : null;
        var facts = evidence[StepNames.ModelCard].Evidence?.Facts;
        var rendered = facts?.GetValueOrDefault(ModelCardStep.DigestFact);
        var (status, reason) = found switch
        {
            null => (Status.Failed, "there is no model card: run the target Verify"),
            _ when rendered is null => (Status.Failed, "no evidence says how the model card was rendered: run the target Verify"),
            _ when found != rendered => (Status.Failed, "the model card was changed after it was rendered: run the target Verify"),
            _ when OtherSource(evidence, facts!) is { } source => (Status.Failed, $"the model card was rendered from other evidence of {source}: run the target Verify"),
            _ => (Status.Passed, "the model card is the one that was rendered"),
        };
        return new Check { Name = "model_card", Status = status, Reason = reason };
    }

    private static string? OtherSource(Dictionary<string, GateEvidence> evidence, IReadOnlyDictionary<string, string> facts) =>
        evidence.Values
            .Where(found => found.Step != StepNames.ModelCard && found.Evidence is not null)
            .FirstOrDefault(found => facts.GetValueOrDefault(ModelCardStep.SourceFact(found.Step)) != ModelCardStep.DigestOf(found.Evidence!).ToString())
            ?.Step;

    private static Check JudgeFirst(ModelRun run)
    {
        var allowed = run.Champion is not null || run.Spec.Release.First;
        return new Check
        {
            Name = "champion",
            Status = allowed ? Status.Passed : Status.Failed,
            Reason = run.Champion is { } champion ? $"the champion is {champion.Version}"
                : allowed ? "there is no champion, which release.first allows"
                : "there is no champion to compare with",
            Hint = allowed ? null : "set release.first: true in model.yaml for a model's very first release",
        };
    }

    private static Check JudgeNew(ModelRun run, Digest? candidate, StepEvidence? differential)
    {
        var (status, reason) = (candidate, run.Champion) switch
        {
            (null, _) => (Status.Failed, "there is nothing to release: there is no candidate"),
            (_, null) => (Status.Passed, "no version is released yet"),
            var (found, champion) when found == champion.Digest => (Status.Failed, $"there is nothing to release: the candidate is the champion {champion.Version}"),
            _ when differential?.Checks.FirstOrDefault(check => check.Name == NewCheck) is { Status: Status.Failed } check => (Status.Failed, $"there is nothing to release: {check.Reason}"),
            var (_, champion) => (Status.Passed, $"the candidate is not the champion {champion.Version}"),
        };
        return new Check { Name = NewCheck, Status = status, Reason = reason };
    }
}
