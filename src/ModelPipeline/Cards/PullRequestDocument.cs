namespace ModelPipeline.Cards;

/// <summary>What the template <c>pull-request</c> reads: a release for whoever is to approve it. Texts are as the user or the evidence has them: the template escapes them.</summary>
public sealed record PullRequestDocument
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is for.</summary>
    public required string Description { get; init; }

    /// <summary>The proposed version.</summary>
    public required string Version { get; init; }

    /// <summary>The bundle's digest: what approvals are for.</summary>
    public required string Bundle { get; init; }

    /// <summary>The commit that holds the release.</summary>
    public required string Commit { get; init; }

    /// <summary>What the version is: the champion that it replaces, the image, where it comes from, who proposed it.</summary>
    public required IReadOnlyList<CardFact> Facts { get; init; }

    /// <summary>By which part the version grew, or that it is the first.</summary>
    public required string Bump { get; init; }

    /// <summary>Why, one sentence each.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>The steps and their verdicts.</summary>
    public required IReadOnlyList<CardStep> Steps { get; init; }

    /// <summary>The metrics on all test rows.</summary>
    public required IReadOnlyList<CardMetric> Metrics { get; init; }

    /// <summary>Whether the candidate was compared with a champion.</summary>
    public required bool Compared { get; init; }

    /// <summary>Names and values on what differs from the champion, row by row.</summary>
    public required IReadOnlyList<CardFact> Differences { get; init; }

    /// <summary>What the differences come from, the most specific first; the first few.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>Names and ratios of the candidate's speed and size to the champion's.</summary>
    public required IReadOnlyList<CardFact> Speed { get; init; }

    /// <summary>Names and values on the image and the scoring service under load.</summary>
    public required IReadOnlyList<CardFact> Serving { get; init; }

    /// <summary>The card, its tables and the evidence at the commit; none where there are no pages to link to.</summary>
    public required IReadOnlyList<PullRequestLink> Links { get; init; }

    /// <summary>What the release still needs, one sentence each.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The tag that the release gets.</summary>
    public required string Tag { get; init; }
}
