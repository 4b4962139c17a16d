using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>What any release needs, whoever approves it.</summary>
internal static class ReleaseChecks
{
    /// <summary>DifferentialTest shows it; only here it is binding.</summary>
    private const string NewCheck = "something_new";

    /// <summary>The evidence of every required step, the bundle, the card, the champion, and something new.</summary>
    /// <param name="run">The model's run, in whose workspace it is.</param>
    public static IReadOnlyList<Check> JudgeAll(ModelRun run) => JudgeAll(WorkspaceEvidence.Read(run));

    /// <summary>The same of a release wherever it was found.</summary>
    /// <param name="release">What was found of it.</param>
    public static IReadOnlyList<Check> JudgeAll(ReleaseEvidence release) =>
    [
        .. StepNames.Required.Select(step => release.Steps[step].Judge(release)),
        JudgeBundle(release),
        JudgeCard(release),
        JudgeFirst(release),
        JudgeNew(release),
    ];

    private static Check JudgeBundle(ReleaseEvidence release)
    {
        var (found, candidate) = (release.Bundle, release.Candidate);
        return found is not null && found == candidate
            ? new Check { Name = "bundle", Status = Status.Passed, Reason = "the bundle is the one that was judged" }
            : new Check { Name = "bundle", Status = Status.Failed, Reason = $"the bundle is {found?.ToString() ?? "absent"}, the evidence is of {candidate?.ToString() ?? "none"}: run the target Verify" };
    }

    private static Check JudgeCard(ReleaseEvidence release)
    {
        var found = release.Card?.ToString();
        var facts = release.Of(StepNames.ModelCard)?.Facts;
        var rendered = facts?.GetValueOrDefault(ModelCardStep.DigestFact);
        var (status, reason) = found switch
        {
            null => (Status.Failed, "there is no model card: run the target Verify"),
            _ when rendered is null => (Status.Failed, "no evidence says how the model card was rendered: run the target Verify"),
            _ when found != rendered => (Status.Failed, "the model card was changed after it was rendered: run the target Verify"),
            _ when OtherSource(release, facts!) is { } source => (Status.Failed, $"the model card was rendered from other evidence of {source}: run the target Verify"),
            _ => (Status.Passed, "the model card is the one that was rendered"),
        };
        return new Check { Name = "model_card", Status = status, Reason = reason };
    }

    private static string? OtherSource(ReleaseEvidence release, IReadOnlyDictionary<string, string> facts) =>
        release.Steps.Values
            .Where(found => found.Step != StepNames.ModelCard && found.Evidence is not null)
            .FirstOrDefault(found => facts.GetValueOrDefault(ModelCardStep.SourceFact(found.Step)) != ModelCardStep.DigestOf(found.Evidence!).ToString())
            ?.Step;

    private static Check JudgeFirst(ReleaseEvidence release)
    {
        var allowed = release.Champion is not null || release.Spec.Release.First;
        return new Check
        {
            Name = "champion",
            Status = allowed ? Status.Passed : Status.Failed,
            Reason = release.Champion is { } champion ? $"the champion is {champion.Version}"
                : allowed ? "there is no champion, which release.first allows"
                : "there is no champion to compare with",
            Hint = allowed ? null : "set release.first: true in model.yaml for a model's very first release",
        };
    }

    private static Check JudgeNew(ReleaseEvidence release)
    {
        var (status, reason) = (release.Candidate, release.Champion) switch
        {
            (null, _) => (Status.Failed, "there is nothing to release: there is no candidate"),
            (_, null) => (Status.Passed, "no version is released yet"),
            var (found, champion) when found == champion.Digest => (Status.Failed, $"there is nothing to release: the candidate is the champion {champion.Version}"),
            _ when release.Of(StepNames.DifferentialTest)?.Checks.FirstOrDefault(check => check.Name == NewCheck) is { Status: Status.Failed } check => (Status.Failed, $"there is nothing to release: {check.Reason}"),
            var (_, champion) => (Status.Passed, $"the candidate is not the champion {champion.Version}"),
        };
        return new Check { Name = NewCheck, Status = status, Reason = reason };
    }
}
