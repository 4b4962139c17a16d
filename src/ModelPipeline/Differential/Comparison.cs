using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>Candidate and champion over the same rows: what is known before anything is judged.</summary>
internal sealed record Comparison
{
    /// <summary>The champion's bundle.</summary>
    public required ModelBundle Champion { get; init; }

    /// <summary>The candidate's bundle.</summary>
    public required ModelBundle Candidate { get; init; }

    /// <summary>The rows that both score.</summary>
    public required ReferenceRows Reference { get; init; }

    /// <summary>Why the two cannot be compared, a sentence each; empty where they can.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>What each says of the reference rows; <see langword="null"/> where they cannot be compared.</summary>
    public ScoredPair? Scores { get; init; }

    /// <summary>How much each relies on each of the champion's features; empty where they cannot be compared.</summary>
    public IReadOnlyList<FeatureReliance> Reliance { get; init; } = [];

    /// <summary>How many reference rows the candidate was trained on.</summary>
    public SeenRows? SeenByCandidate { get; init; }

    /// <summary>How many reference rows the champion was trained on.</summary>
    public SeenRows? SeenByChampion { get; init; }

    /// <summary>The features that the champion relies on and that mean nothing to the candidate.</summary>
    public IEnumerable<FeatureReliance> LostFeatures => Reliance.Where(feature => feature.IsLost);

    /// <summary>What a feature looked like in the champion's training; <see langword="null"/> where it does not read it.</summary>
    public ColumnStatistics? InChampion(string feature) => Champion.Manifest.Data.Columns.FirstOrDefault(column => column.Name == feature);

    /// <summary>What a feature looked like in the candidate's training; <see langword="null"/> where it does not read it.</summary>
    public ColumnStatistics? InCandidate(string feature) => Candidate.Manifest.Data.Columns.FirstOrDefault(column => column.Name == feature);

    /// <summary>The features that both read, by what they looked like in training.</summary>
    public IEnumerable<(ColumnStatistics Champion, ColumnStatistics Candidate)> SharedFeatures =>
        Champion.Manifest.Data.Columns.Select(column => (column, InCandidate(column.Name)!)).Where(pair => pair.Item2 is not null);
}
