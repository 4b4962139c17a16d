using System.Globalization;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Differential.Causes;
using ModelPipeline.Evidence;
using ModelPipeline.Figures;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>Compares the candidate's answers with the champion's, row by row, and says what the difference comes from.</summary>
public sealed class DifferentialTestStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.DifferentialTest;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Train];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{run.CandidateDigest}", $"{run.ReferenceDigest}"];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate);
    }

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        if (run.OpenBaseline() is not { } champion)
            return Task.FromResult(WithoutChampion(candidate));

        progress.Report("reading the reference rows");
        var reference = ReferenceRows.Read(run, candidate.Manifest.Signature, cancellation);
        var comparison = ModelComparer.Compare(run, champion, candidate, reference, progress, cancellation);
        return Task.FromResult(Outcome(run, comparison));
    }

    private static StepOutcome WithoutChampion(ModelBundle candidate)
    {
        const string Reason = "there is no champion to compare with";
        return new() { Summary = Reason, Candidate = candidate.Digest, Checks = [new Check { Name = "champion", Status = Status.NoBaseline, Reason = Reason }] };
    }

    private static StepOutcome Outcome(ModelRun run, Comparison comparison)
    {
        var limits = run.Spec.Differential.Limits;
        var causes = CauseFinder.Find(comparison);
        return new()
        {
            Summary = Summary(comparison),
            Candidate = comparison.Candidate.Digest,
            Checks = [.. DifferenceChecks.Of(comparison, limits).Concat(TrainingChecks.Of(comparison, limits)).Select(check => check.Status == Status.Failed ? check with { Hint = CauseFinder.HintOf(causes, comparison.Scores is not null) } : check)],
            Measures = DifferenceMeasures.Of(comparison),
            Slices = comparison.Scores is { } scores ? DifferenceSlices.Of(comparison.Reference.Table, run.Spec.Evaluate.Slices, scores.Rows) : [],
            Facts = Facts(comparison, causes),
            Reports = Reports(run, comparison),
        };
    }

    private static string Summary(Comparison comparison) => comparison.Scores is { Counts: var counts }
        ? string.Create(CultureInfo.InvariantCulture, $"{counts.Changed:N0} of {counts.Rows:N0} rows changed ({Shown.Percent((double)counts.Changed / counts.Rows)}){Flips(comparison, counts)}")
        : "not compared";

    private static string Flips(Comparison comparison, DifferenceCounts counts) => comparison.Champion.Manifest.Signature.Classes.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {counts.Flips:N0} changed label");

    private static Dictionary<string, string> Facts(Comparison comparison, IReadOnlyList<string> causes)
    {
        var facts = causes.Index().ToDictionary(
            cause => string.Create(CultureInfo.InvariantCulture, $"cause.{cause.Index + 1}"), cause => cause.Item, StringComparer.Ordinal);
        facts["reference"] = comparison.Reference.IsTestSplit ? "the candidate's test rows" : "differential.data";
        if (comparison.SeenByChampion is { Fault: null, Seen: > 0 and var seen, LookedUp: var lookedUp })
        {
            facts["seen_by_champion"] = string.Create(
                CultureInfo.InvariantCulture,
                $"the champion was trained on {seen:N0} of the {lookedUp:N0} reference rows that could be looked up, which flatters it");
        }

        return facts;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Reports(ModelRun run, Comparison comparison)
    {
        var reports = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (comparison.Scores is not { } scores)
            return reports;
        reports[DifferenceTable.FileName] = DifferenceTable.Write(comparison, scores);
        reports[DifferenceTable.WorstFileName] = DifferenceTable.WriteWorst(comparison, scores);
        reports["differential.svg"] = Encoding.UTF8.GetBytes(DifferenceFigure.Draw(
            OutputShift.Greatest(scores.Shifts).Differences,
            run.Spec.Differential.Tolerance.Absolute,
            run.Spec.Task == ModelTask.Regression ? "standard deviations of the label" : "probability"));
        return reports;
    }
}
