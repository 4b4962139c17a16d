using System.Globalization;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Cards;

/// <summary>Gathers what a model card shows: words from the spec, every number from evidence.</summary>
public static class CardBuilder
{
    private const string Missing = "not measured";

    /// <summary>Builds the card.</summary>
    /// <param name="spec">The model's spec.</param>
    /// <param name="evidence">The evidence of the steps before the card, in their order; of one that left none, none.</param>
    public static CardDocument Build(ModelSpec spec, IReadOnlyList<StepEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(evidence);
        var data = Find(evidence, StepNames.ValidateData);
        var train = Find(evidence, StepNames.Train);
        var evaluate = Find(evidence, StepNames.Evaluate);
        var differential = Find(evidence, StepNames.DifferentialTest);
        var benchmark = Find(evidence, StepNames.BenchmarkTest);
        var package = Find(evidence, StepNames.Package);
        var load = Find(evidence, StepNames.LoadTest);
        var baseline = train?.Baseline;
        var steps = Steps(evidence);
        return new CardDocument
        {
            Name = spec.Name,
            Description = spec.Description,
            Task = TaskWords(spec.Task),
            Label = spec.Task == ModelTask.BinaryClassification ? $"{spec.Data.Label} = {spec.Data.Positive}" : spec.Data.Label,
            Owner = spec.Owner,
            MonitoringOwner = spec.MonitoringOwner,
            DependsOn = spec.DependsOn,
            Hypotheses = spec.Hypotheses,
            FrontMatter = FrontMatter(spec, data),
            Statements = new CardStatements(spec.Card.IntendedUse, spec.Card.OutOfScope, spec.Card.Limitations, spec.Card.Contacts, spec.Card.DataSource),
            Passed = steps.All(step => step.Status == StatusNames.Of(Status.Passed) || step.Status == StatusNames.Of(Status.NoBaseline)),
            Candidate = train?.Candidate?.ToString() ?? Missing,
            Baseline = baseline is null ? "none: there was nothing to compare with" : $"{baseline.Version} ({baseline.Digest})",
            Challenger = spec.Challenger is { } challenger ? ChallengerText.Of(challenger) : null,
            Compared = evaluate?.Measures.Keys.Any(name => name.StartsWith("difference.", StringComparison.Ordinal)) ?? false,
            Differences = ComparisonFacts.Differences(differential, spec.Task),
            Causes = ComparisonFacts.Causes(differential),
            Speed = SpeedFacts.Of(benchmark),
            Serving = ServingFacts.Of(package, load),
            ServingFigures = ReportTitles.Figures(load),
            WorstSlices = EvaluationFacts.WorstSlices(evaluate),
            Fairness = EvaluationFacts.Fairness(evaluate),
            EvaluationFigures = ReportTitles.Figures(evaluate),
            ComparisonFigures = [.. ReportTitles.Figures(differential), .. ReportTitles.Figures(benchmark)],
            Tables = [.. ReportTitles.Tables(differential), .. ReportTitles.Tables(evaluate), .. ReportTitles.Tables(package), .. ReportTitles.Tables(load)],
            Steps = steps,
            Checks = Checks(evidence),
            Metrics = Metrics(spec, evaluate),
            UndefinedMetrics = UndefinedMetrics(spec, evaluate),
            SliceMetrics = [.. SliceMetrics(spec).Select(metric => metric.Title)],
            Slices = Slices(spec, evaluate),
            Data = DataFacts(data),
            Training = TrainingFacts(train),
            Provenance = ProvenanceFacts(train),
        };
    }

    private static StepEvidence? Find(IReadOnlyList<StepEvidence> evidence, string step) =>
        evidence.FirstOrDefault(item => item.Step == step);

    private static string TaskWords(ModelTask task) => task switch
    {
        ModelTask.BinaryClassification => "Binary classification",
        ModelTask.MulticlassClassification => "Multiclass classification",
        _ => "Regression",
    };

    private static CardFrontMatter FrontMatter(ModelSpec spec, StepEvidence? data) => new(
        spec.Card.License,
        ["modelpipeline", "tabular", .. spec.Card.Tags],
        spec.Task == ModelTask.Regression ? "tabular-regression" : "tabular-classification",
        data?.Facts.GetValueOrDefault("files") ?? spec.Data.Path,
        data?.Inputs.Data?.ToString() ?? Missing);

    private static List<CardStep> Steps(IReadOnlyList<StepEvidence> evidence) =>
    [
        .. StepNames.Required
            .Where(step => step != StepNames.ModelCard)
            .Select(step => Find(evidence, step) is { } found
                ? new CardStep(step, StatusNames.Of(found.Status), found.Summary)
                : new CardStep(step, StatusNames.Of(Status.NotRun), "there is no evidence for this candidate")),
    ];

    private static List<CardCheck> Checks(IReadOnlyList<StepEvidence> evidence) =>
    [
        .. evidence
            .SelectMany(step => step.Checks.Select(check => (step.Step, Check: check)))
            .OrderByDescending(item => item.Check.Status)
            .Select(item => new CardCheck(
                item.Step,
                item.Check.Name,
                StatusNames.Of(item.Check.Status) + (item.Check.Required ? "" : " (optional)"),
                item.Check.Observed is { } observed ? CardNumber.Of(observed) : "",
                item.Check.Limit is { } limit ? CardNumber.Of(limit) : "",
                item.Check.Reason,
                item.Check.Hint)),
    ];

    private static List<CardMetric> Metrics(ModelSpec spec, StepEvidence? evaluate)
    {
        var metrics = new List<CardMetric>();
        foreach (var metric in MetricCatalog.Of(spec.Task))
            if (evaluate?.Measures.GetValueOrDefault(metric.Name) is { } measure && double.IsFinite(measure.Value))
                metrics.Add(new CardMetric(
                    metric.Name,
                    metric.Title,
                    metric.HuggingFaceId,
                    CardNumber.ExactOf(measure.Value),
                    CardNumber.Of(measure.Value),
                    CardNumber.IntervalOf(measure),
                    Shown(evaluate.Measures.GetValueOrDefault($"champion.{metric.Name}") is { } champion ? new Measure(champion.Value) : null),
                    Shown(evaluate.Measures.GetValueOrDefault($"difference.{metric.Name}"))));
        return metrics;
    }

    private static string Shown(Measure? measure) => measure is null ? "" : CardNumber.Of(measure);

    private static List<CardFact> UndefinedMetrics(ModelSpec spec, StepEvidence? evaluate) =>
    [
        .. from metric in MetricCatalog.Of(spec.Task)
           let reason = evaluate is null ? null : WhyUndefined(evaluate, metric.Name)
           where reason is not null
           select new CardFact(metric.Title, reason),
    ];

    private static string? WhyUndefined(StepEvidence evaluate, string metric) =>
        evaluate.Measures.GetValueOrDefault(metric) is { Value: var value } && !double.IsFinite(value)
            ? $"its value is {CardNumber.Of(value)}"
            : evaluate.Facts.GetValueOrDefault($"undefined.{metric}");

    private static IEnumerable<MetricDefinition> SliceMetrics(ModelSpec spec)
    {
        var gated = MetricCatalog.Of(spec.Task).Where(metric => spec.Evaluate.Gates.ContainsKey(metric.Name));
        return spec.Evaluate.Slices.Count == 0 ? [] : gated;
    }

    private static List<CardSlice> Slices(ModelSpec spec, StepEvidence? evaluate) =>
    [
        .. (evaluate?.Slices ?? []).Select(slice => new CardSlice(
            slice.Slice,
            CardNumber.Of(slice.Rows) + (slice.Rows < SliceResult.FewestRows ? " (few)" : ""),
            [.. SliceMetrics(spec).Select(metric => slice.Measures.GetValueOrDefault(metric.Name) is { } measure ? CardNumber.Of(measure) : "undefined")])),
    ];

    private static List<CardFact> DataFacts(StepEvidence? data) => data is null ? [] :
    [
        .. data.Facts.Select(fact => new CardFact(Words(fact.Key), fact.Value)),
        .. data.Measures.Select(measure => new CardFact(Words(measure.Key), CardNumber.Of(measure.Value))),
        new CardFact("digest", data.Inputs.Data?.ToString() ?? Missing),
    ];

    private static List<CardFact> TrainingFacts(StepEvidence? train) => train is null ? [] :
    [
        .. train.Facts.Where(fact => !IsProvenance(fact.Key)).Select(fact => new CardFact(Words(fact.Key), fact.Value)),
        .. train.Measures.Select(measure => new CardFact(Words(measure.Key), CardNumber.Of(measure.Value))),
    ];

    private static List<CardFact> ProvenanceFacts(StepEvidence? train) => train is null ? [] :
    [
        new CardFact("trained", string.Create(CultureInfo.InvariantCulture, $"{train.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")),
        .. train.Facts.Where(fact => IsProvenance(fact.Key)).Select(fact => new CardFact(Words(fact.Key["provenance.".Length..]), fact.Value)),
        new CardFact("spec", train.Inputs.Spec.ToString()),
        new CardFact("tool", train.Inputs.Tool.ToString()),
    ];

    private static bool IsProvenance(string fact) => fact.StartsWith("provenance.", StringComparison.Ordinal);

    /// <summary>An evidence name for people: what stands before the first point keeps its name apart, as in <c>noise floor: label flips</c>.</summary>
    private static string Words(string name)
    {
        var parts = name.Split('.', 2);
        return parts.Length == 1 ? Spaced(name) : $"{Spaced(parts[0])}: {(parts[0] is "noise_floor" ? Spaced(parts[1]) : parts[1])}";
    }

    private static string Spaced(string name) => name.Replace('_', ' ');
}
