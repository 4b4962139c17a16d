using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Ranks several candidates on the test rows, and says which of them the rows can tell apart. It decides nothing.</summary>
public sealed class RankCandidatesStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.RankCandidates;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.ValidateData];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return CandidateBundles.Open(run).Zip(CandidateBundles.Names(run.Options.Candidates), (bundle, name) => $"{name} {bundle.Digest}");
    }

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var bundles = CandidateBundles.Open(run);
        var names = CandidateBundles.Names(run.Options.Candidates);

        progress.Report("reading the data");
        var data = run.ReadData(cancellation);
        var judge = new CandidateJudge(run, data, cancellation);
        var candidates = new List<RankedCandidate>();
        foreach (var (i, bundle) in bundles.Index())
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"judging candidate {i + 1} of {bundles.Count}"));
            candidates.Add(judge.Judge(i + 1, names[i], bundle, cancellation));
        }

        progress.Report("comparing the candidates");
        var metric = MetricCatalog.Find(run.Spec.Evaluate.Gates.Keys.First())
            ?? throw new InvalidOperationException("The first gate of the spec is on no metric of the catalog.");
        var ranking = CandidateRanking.Of(metric, candidates, data.TestLabels, run.Spec.Task, run.Spec.Train.Seed, cancellation);
        var record = new RankingRecord(ranking);
        return Task.FromResult(new StepOutcome
        {
            Summary = record.Summary,
            Checks = record.Checks(),
            Measures = record.Measures(),
            Facts = record.Facts(),
            Reports = new Dictionary<string, ReadOnlyMemory<byte>>
            {
                ["ranking.json"] = RankingDocument.Json(run.Spec.Name, run.Baseline, ranking),
                ["ranking.md"] = RankingPage.Markdown(run.Spec.Name, run.Baseline, ranking),
            },
        });
    }
}
