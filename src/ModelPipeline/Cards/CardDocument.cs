namespace ModelPipeline.Cards;

/// <summary>What the template <c>model-card</c> reads. Texts are as the user or the evidence has them: the template escapes them.</summary>
public sealed record CardDocument
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is for.</summary>
    public required string Description { get; init; }

    /// <summary>The task in words, for example <c>Binary classification</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The column that is predicted.</summary>
    public required string Label { get; init; }

    /// <summary>Who answers for the model.</summary>
    public required string Owner { get; init; }

    /// <summary>Who watches the model.</summary>
    public required string MonitoringOwner { get; init; }

    /// <summary>Models whose output this one reads.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>What the model is to confirm or refute.</summary>
    public required IReadOnlyList<string> Hypotheses { get; init; }

    /// <summary>What the front matter holds for the Hugging Face hub.</summary>
    public required CardFrontMatter FrontMatter { get; init; }

    /// <summary>What the owner wrote for the card.</summary>
    public required CardStatements Statements { get; init; }

    /// <summary>Whether every step before the card passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>The candidate bundle's digest.</summary>
    public required string Candidate { get; init; }

    /// <summary>The champion, in words.</summary>
    public required string Baseline { get; init; }

    /// <summary>Which challenger the candidate is of, what its file says otherwise than <c>model.yaml</c>, and why; <see langword="null"/> for the model's own recipe.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Challenger { get; init; }

    /// <summary>The steps and their verdicts.</summary>
    public required IReadOnlyList<CardStep> Steps { get; init; }

    /// <summary>Everything that was judged, the worst first.</summary>
    public required IReadOnlyList<CardCheck> Checks { get; init; }

    /// <summary>The metrics on all test rows.</summary>
    public required IReadOnlyList<CardMetric> Metrics { get; init; }

    /// <summary>The titles of the metrics without a value, each with the reason.</summary>
    public required IReadOnlyList<CardFact> UndefinedMetrics { get; init; }

    /// <summary>The metrics that the slices show, in the order of their values.</summary>
    public required IReadOnlyList<string> SliceMetrics { get; init; }

    /// <summary>The metrics on parts of the test rows.</summary>
    public required IReadOnlyList<CardSlice> Slices { get; init; }

    /// <summary>Whether the candidate was compared with a champion.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool Compared { get; init; }

    /// <summary>Names and values on what differs between candidate and champion, row by row.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFact> Differences { get; init; } = [];

    /// <summary>What the differences come from, the most specific first.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Names and ratios of the candidate's speed and size to the champion's.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFact> Speed { get; init; } = [];

    /// <summary>Names and values on the image and the scoring service under load.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFact> Serving { get; init; } = [];

    /// <summary>Figures on the scoring service under load.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFigure> ServingFigures { get; init; } = [];

    /// <summary>The parts of the test rows where the candidate does worst, and how they were searched for.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> WorstSlices { get; init; } = [];

    /// <summary>How differently the model treats groups; binary classification only.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFairness> Fairness { get; init; } = [];

    /// <summary>Figures on the evaluation.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFigure> EvaluationFigures { get; init; } = [];

    /// <summary>Figures on the comparison with the champion.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFigure> ComparisonFigures { get; init; } = [];

    /// <summary>Tables beside the card: their file names and what they hold.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CardFigure> Tables { get; init; } = [];

    /// <summary>Names and values on the data.</summary>
    public required IReadOnlyList<CardFact> Data { get; init; }

    /// <summary>Names and values on the training.</summary>
    public required IReadOnlyList<CardFact> Training { get; init; }

    /// <summary>Names and values on where the candidate comes from.</summary>
    public required IReadOnlyList<CardFact> Provenance { get; init; }
}
