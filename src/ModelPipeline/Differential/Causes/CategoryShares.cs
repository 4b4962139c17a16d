using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>The shares of a column's categories in two trainings.</summary>
/// <param name="champion">The column in the champion's training.</param>
/// <param name="candidate">The column in the candidate's training.</param>
internal sealed class CategoryShares(CategoricalStatistics champion, CategoricalStatistics candidate)
{
    private readonly Dictionary<string, int> _champion = champion.Categories.ToDictionary(category => category.Category, category => category.Count, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _candidate = candidate.Categories.ToDictionary(category => category.Category, category => category.Count, StringComparer.Ordinal);

    /// <summary>Every category of either, in ordinal order.</summary>
    public IReadOnlyList<string> Categories => [.. _champion.Keys.Union(_candidate.Keys).Order(StringComparer.Ordinal)];

    /// <summary>A category's share in the champion's training, 0 to 1.</summary>
    public double InChampion(string category) => (double)_champion.GetValueOrDefault(category) / champion.Count;

    /// <summary>A category's share in the candidate's training, 0 to 1.</summary>
    public double InCandidate(string category) => (double)_candidate.GetValueOrDefault(category) / candidate.Count;

    /// <summary>How far the candidate's share of a category is from the champion's share of another, in standard errors.</summary>
    public double Distance(string inChampion, string inCandidate) =>
        Significance.OfShares(InChampion(inChampion), champion.Count, InCandidate(inCandidate), candidate.Count);

    /// <summary>Half the sum of the shares' changes: the share of rows whose category would have to change.</summary>
    public double TotalVariation => Categories.Sum(category => Math.Abs(InChampion(category) - InCandidate(category))) / 2;
}
