using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModelPipeline.Cards;
using ModelPipeline.Differential;
using ModelPipeline.Evidence;
using ModelPipeline.Mutation.Faults;
using ModelPipeline.Runs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Mutation;

/// <summary>
/// Tests the tests: trains candidates on data with one fault at a time and on clean data, and sees which checks notice. The champion of these trials is
/// trained on a random 80% of the rows.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="provenance">Knows where the candidates are trained.</param>
/// <param name="renderer">Renders the template <c>mutation</c>.</param>
public sealed class MutationTestStep(TimeProvider clock, IProvenanceSource provenance, IDocumentRenderer renderer) : IStep
{
    /// <summary>The share of causes that must be named.</summary>
    private const double CausesNamed = 0.9;

    /// <summary>The share of clean runs that may alarm.</summary>
    private const double CleanAlarms = 0.01;

    private const double ChampionShare = 0.8;
    private const double CleanShare = 0.95;
    private const string Template = "mutation";

    private static readonly IReadOnlyList<IFault> Faults =
    [
        new OldData(), new ShuffledLabels(), new NoisyLabels(), new DroppedFeature(), new ConstantFeature(), new ScaledFeature(), new ShuffledFeature(),
        new SwappedCategories(), new LeakedTestRows(), new LostRows(), new OtherPositiveClass(), new LostClassRows(),
    ];

    /// <inheritdoc/>
    public string Name => StepNames.MutationTest;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Evaluate];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{run.CandidateDigest}", string.Create(CultureInfo.InvariantCulture, $"{run.Options.CleanRuns}"), $"{renderer.Identity(Template)}"];
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        if (run.Workspace.Evidence.Read(StepNames.Evaluate)?.Status is not (Status.Passed or Status.NoBaseline))
            throw new InputException("Only a model that passes can be tested with faults: mend what Evaluate says first.");
        var folder = Path.Combine(run.Workspace.Folder, "mutation");
        try
        {
            return await TestAsync(run, new TrialRunner(run, folder, clock, provenance), progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<StepOutcome> TestAsync(ModelRun run, TrialRunner trials, IProgress<string> progress, CancellationToken cancellation)
    {
        var data = run.ReadData(cancellation);
        progress.Report("training a champion");
        var table = data.Rows.Dataset.Table;
        var earlier = FaultSite.Read(run.Spec, table.Select(Shuffle.Share(table.Rows, ChampionShare, new SeededRandom(run.Spec.Train.Seed))));
        var champion = await trials.TrainChampionAsync(run.Spec, earlier, cancellation).ConfigureAwait(false);
        var site = new FaultSite(run.Spec, data, earlier, Sensitivity(run, champion, data, cancellation));

        var results = new List<FaultResult>();
        foreach (var fault in Faults)
        {
            progress.Report($"fault {fault.Name}");
            results.Add(await TryAsync(fault, site, trials, champion, cancellation).ConfigureAwait(false));
        }

        var clean = new List<Trial>();
        for (var i = 1; i <= run.Options.CleanRuns; i++)
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"clean run {i} of {run.Options.CleanRuns}"));
            clean.Add(await trials.JudgeAsync("clean", () => Clean(site, i), champion, cancellation).ConfigureAwait(false));
        }

        return Outcome(run, results, clean, cancellation);
    }

    private static IReadOnlyDictionary<string, double> Sensitivity(ModelRun run, ModelBundle champion, RunData data, CancellationToken cancellation)
    {
        using var scorer = run.Engines.Load(champion, cancellation);
        var model = (champion.Manifest, scorer);
        return new FeatureSensitivity(data.Rows.Dataset.Table.Select(data.Split.Test), unit: 1, run.Spec.Train.Seed)
            .Of(model, model, cancellation)
            .ToDictionary(feature => feature.Feature, feature => feature.Champion, StringComparer.Ordinal);
    }

    private static async Task<FaultResult> TryAsync(IFault fault, FaultSite site, TrialRunner trials, ModelBundle champion, CancellationToken cancellation)
    {
        if (fault.NotApplicable(site) is { } reason)
            return new FaultResult(fault.Name, reason, [], false, reason);
        var trial = await trials.JudgeAsync(fault.Name, () => fault.Inject(site), champion, cancellation).ConfigureAwait(false);
        var cause = new Regex(fault.Cause(site), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var named = trial.Words.FirstOrDefault(cause.IsMatch);
        return new FaultResult(fault.Name, null, trial.Alarms, named is not null, named ?? trial.Words.FirstOrDefault() ?? "");
    }

    /// <summary>Another split seed and a random 95% of the rows.</summary>
    private static FaultyData Clean(FaultSite site, int run)
    {
        var spec = site.Spec with { Data = site.Spec.Data with { Split = site.Spec.Data.Split with { Seed = site.Spec.Data.Split.Seed + run } } };
        var table = site.Data.Rows.Dataset.Table;
        return new(spec, FaultSite.Read(spec, table.Select(Shuffle.Share(table.Rows, CleanShare, new SeededRandom(site.Spec.Train.Seed, run)))));
    }

    private StepOutcome Outcome(ModelRun run, List<FaultResult> results, List<Trial> clean, CancellationToken cancellation)
    {
        var applicable = results.Where(result => result.NotApplicable is null).ToList();
        var caught = applicable.Count(result => result.IsCaught);
        var named = applicable.Count(result => result.CauseNamed);
        var alarmed = clean.Where(trial => trial.Required).ToList();
        var verdict = string.Create(CultureInfo.InvariantCulture, $"{caught} of {applicable.Count} faults caught, the cause of {named} named");
        var cleanly = string.Create(CultureInfo.InvariantCulture, $"{alarmed.Count} of {clean.Count} clean runs alarmed");
        var document = new MutationDocument(
            run.Spec.Name, verdict, [.. results.Select(Row)], cleanly, Counted(alarmed));
        return new StepOutcome
        {
            Summary = $"{verdict}; {cleanly}",
            Candidate = run.CandidateDigest,
            Checks =
            [
                AtLeast("faults_caught", caught, applicable.Count, 1, verdict),
                AtLeast("causes_named", named, applicable.Count, CausesNamed, verdict),
                CleanRuns(alarmed.Count, clean.Count, cleanly),
                .. results.Select(Check),
            ],
            Measures = new Dictionary<string, Measure> { ["faults"] = applicable.Count, ["caught"] = caught, ["named"] = named, ["clean_runs"] = clean.Count, ["clean_alarms"] = alarmed.Count },
            Reports = new Dictionary<string, ReadOnlyMemory<byte>>
            {
                ["mutation.md"] = Encoding.UTF8.GetBytes(renderer.Render(Template, document, cancellation)),
            },
        };
    }

    /// <summary>The checks that alarmed, the most frequent first.</summary>
    private static List<string> Counted(List<Trial> alarmed) =>
    [
        .. alarmed.SelectMany(trial => trial.Alarms).GroupBy(alarm => alarm)
            .OrderByDescending(alarm => alarm.Count()).ThenBy(alarm => alarm.Key, StringComparer.Ordinal)
            .Select(alarm => string.Create(CultureInfo.InvariantCulture, $"{alarm.Key} (in {alarm.Count()} of them)")),
    ];

    private static Check AtLeast(string name, int count, int of, double limit, string reason) => new()
    {
        Name = name,
        Status = of > 0 && count >= limit * of ? Status.Passed : Status.Failed,
        Observed = of == 0 ? null : (double)count / of,
        Limit = limit,
        Reason = reason,
    };

    private static Check CleanRuns(int alarmed, int of, string reason) => new()
    {
        Name = "clean_runs",
        Status = of == 0 ? Status.Error : alarmed <= CleanAlarms * of ? Status.Passed : Status.Failed,
        Observed = of == 0 ? null : (double)alarmed / of,
        Limit = CleanAlarms,
        Reason = of == 0 ? "no clean run was made: false alarms were not looked for" : reason,
    };

    private static Check Check(FaultResult result) => new()
    {
        Name = $"fault.{result.Fault}",
        Required = false,
        Status = result.NotApplicable is not null ? Status.NotRun : result.IsCaught ? Status.Passed : Status.Failed,
        Reason = result switch
        {
            { NotApplicable: { } reason } => $"n/a: {reason}",
            { IsCaught: false } => "no check noticed it",
            _ => $"caught by {string.Join(", ", result.CaughtBy)}; {(result.CauseNamed ? "cause named" : "cause not named")}: {result.Said}",
        },
    };

    private static MutationRow Row(FaultResult result) => result switch
    {
        { NotApplicable: { } reason } => new(result.Fault, "n/a", "", reason),
        { IsCaught: false } => new(result.Fault, "not caught", "no", ""),
        _ => new(result.Fault, string.Join(", ", result.CaughtBy), result.CauseNamed ? "yes" : "no", result.Said),
    };
}
