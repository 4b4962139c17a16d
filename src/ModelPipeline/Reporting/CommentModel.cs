using System.Globalization;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Reporting;

/// <summary>A model in a comment. Texts are as the evidence has them: the template escapes them.</summary>
public sealed record CommentModel
{
    private const int DigestShown = 19;
    private const string Nothing = "none";

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its verdict: <c>passed</c>, or the word of its exit code.</summary>
    public required string Verdict { get; init; }

    /// <summary>How many steps passed, in words.</summary>
    public required string Passed { get; init; }

    /// <summary>The beginning of the candidate's digest, or <c>none</c>.</summary>
    public required string Candidate { get; init; }

    /// <summary>The champion's version, or <c>none</c>.</summary>
    public required string Champion { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<SummaryRow> Steps { get; init; }

    /// <summary>The metrics on the test rows.</summary>
    public IReadOnlyList<CardMetric> Metrics { get; init; } = [];

    /// <summary>Whether the metrics were compared with the champion's.</summary>
    public bool Compared { get; init; }

    /// <summary>What differs from the champion, row by row.</summary>
    public IReadOnlyList<CardFact> Differences { get; init; } = [];

    /// <summary>What the differences come from.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Speed and size as ratios to the champion.</summary>
    public IReadOnlyList<CardFact> Speed { get; init; } = [];

    internal static CommentModel Of(ModelReport model)
    {
        var evidence = model.Evidence.FirstOrDefault(found => found.Step == StepNames.Train) ?? model.Evidence.FirstOrDefault();
        var card = model.Run is { } run && model.Evidence.Count > 0 ? CardBuilder.Build(run.Spec, model.Evidence) : null;
        var digest = evidence?.Candidate?.ToString();
        return new CommentModel
        {
            Name = model.Name,
            Verdict = VerdictNames.Of(model.ExitCode),
            Passed = PassedSteps(model),
            Candidate = digest?[..Math.Min(DigestShown, digest.Length)] ?? Nothing,
            Champion = evidence?.Baseline?.Version ?? Nothing,
            Steps = [.. model.Steps.Select(Row)],
            Metrics = card?.Metrics ?? [],
            Compared = card?.Compared ?? false,
            Differences = card?.Differences ?? [],
            Causes = card?.Causes ?? [],
            Speed = card?.Speed ?? [],
        };
    }

    /// <summary>A step in a table.</summary>
    internal static SummaryRow Row(StepReport step) => new(step.Model, step.Step, step.Skipped ? "skipped" : StatusNames.Of(step.Status), step.Reason);

    private static string PassedSteps(ModelReport model) => model.Faults.Count > 0
        ? "the spec is at fault"
        : string.Create(CultureInfo.InvariantCulture, $"{model.Steps.Count(step => ExitCodes.Of([step]) == ExitCodes.Passed)} of {model.Steps.Count}");
}
