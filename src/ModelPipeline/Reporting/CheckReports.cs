using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace ModelPipeline.Reporting;

/// <summary>Makes the check runs that a run leaves on a pull request's head.</summary>
/// <param name="renderer">Renders the template <c>check</c>.</param>
/// <param name="runPage">The page of the run; <see langword="null"/> where there is none.</param>
public sealed class CheckReports(IDocumentRenderer renderer, string? runPage)
{
    private const string Template = "check";
    private const int LongestSummary = 65_535;
    private const int LongestTitle = 255;
    private const int LongestMessage = 16_384;

    /// <summary>What GateRelease names the judged commit in its facts.</summary>
    private const string HeadFact = "head";

    /// <summary>The check run <c>model-verify / &lt;name&gt;</c>, of a challenger that the champion did not come from <c>model-verify / &lt;name&gt;/&lt;challenger&gt;</c>. It succeeds only where every step that a release needs was run and passed.</summary>
    /// <param name="model">What the run tells of the model.</param>
    /// <param name="commit">The commit that was verified.</param>
    /// <returns>The check run; <see langword="null"/> where nothing was verified.</returns>
    public CheckReport? Verified(ModelReport model, string commit)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.IsVerification)
            return null;
        var steps = model.Steps.Where(step => StepNames.Required.Contains(step.Step)).ToList();
        var failing = model.Failing.Where(found => found.Step == FailingCheck.Spec || StepNames.Required.Contains(found.Step)).ToList();
        var conclusion = Conclusion(model, steps);
        return new CheckReport
        {
            Name = $"model-verify / {(model.Run is { IsChampionsRecipe: true } run ? run.Spec.Name : model.Name)}",
            Commit = commit,
            Conclusion = conclusion,
            Title = Title(conclusion, steps, failing),
            Summary = Summary(new CheckDocument(
                model.Name, [.. steps.Select(CommentModel.Row)], [.. failing.Select(found => FailingRow.Of(model.Name, found.Step, found.Check))], runPage)),
            Annotations = Annotations(failing),
        };
    }

    /// <summary>The check run <c>model-release / &lt;name&gt;</c>: what GateRelease decided, on the commit that it judged.</summary>
    /// <param name="model">What the run tells of the model.</param>
    /// <returns>The check run; <see langword="null"/> where nothing was decided of a commit.</returns>
    public CheckReport? Decided(ModelReport model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Evidence.FirstOrDefault(found => found.Step == StepNames.GateRelease) is not { } gate || gate.Facts.GetValueOrDefault(HeadFact) is not { } head)
            return null;
        var decision = GateDecisions.Of(gate.Status);
        return new CheckReport
        {
            Name = ReleaseGate.CheckName(model.Run?.Spec.Name ?? model.Name),
            Commit = head,
            Conclusion = decision switch
            {
                GateDecision.Approved => CheckConclusion.Success,
                GateDecision.Pending => CheckConclusion.Pending,
                GateDecision.Blocked => CheckConclusion.Failure,
                _ => CheckConclusion.ActionRequired,
            },
            Title = QuotedText.Escape(decision == GateDecision.Approved ? "approved" : $"{GateDecisions.NameOf(decision)}: {gate.Summary}", LongestTitle - 1),
            Summary = Summary(new CheckDocument(
                model.Name,
                [.. model.Steps.Where(step => step.Step == StepNames.GateRelease).Select(CommentModel.Row)],
                [.. gate.Checks.OrderByDescending(check => check.Status).Select(check => FailingRow.Of(model.Name, gate.Step, check))],
                runPage)),
            Annotations = Annotations([.. model.Failing.Where(found => found.Step == StepNames.GateRelease)]),
        };
    }

    private static CheckConclusion Conclusion(ModelReport model, IReadOnlyList<StepReport> steps) => model.Faults.Count > 0
        ? CheckConclusion.Failure
        : ExitCodes.Of(steps) switch
        {
            ExitCodes.Passed => StepNames.Required.All(step => steps.Any(found => found.Step == step)) ? CheckConclusion.Success : CheckConclusion.ActionRequired,
            ExitCodes.GateFailed or ExitCodes.BadInput => CheckConclusion.Failure,
            ExitCodes.Pending => CheckConclusion.Pending,
            _ => CheckConclusion.ActionRequired,
        };

    private static string Title(CheckConclusion conclusion, IReadOnlyList<StepReport> steps, IReadOnlyList<FailingCheck> failing) => QuotedText.Escape(
        (conclusion, failing.FirstOrDefault()) switch
        {
            (CheckConclusion.Success, _) => "every step passed",
            (_, { } first) => $"{first.Step} {first.Check.Name}: {first.Check.Reason}",
            _ => $"only {string.Join(", ", steps.Select(step => step.Step))} of the steps ran",
        },
        LongestTitle - 1);

    private string Summary(CheckDocument document) => MarkdownCut.To(
        renderer.Render(Template, document, CancellationToken.None), LongestSummary, CutNotice.Of(runPage), text => text.Length);

    private static List<CheckAnnotation> Annotations(IReadOnlyList<FailingCheck> failing) =>
    [
        .. failing.Where(found => found.File is not null).Select(found => new CheckAnnotation(
            found.File!,
            found.Line,
            found.Check is { Required: true, Status: not Status.Pending },
            QuotedText.Escape($"{found.Step}: {found.Check.Name}", LongestTitle - 1),
            QuotedText.Escape(found.Check.Hint is { } hint ? $"{found.Check.Reason}; hint: {hint}" : found.Check.Reason, LongestMessage))),
    ];
}
