using ModelPipeline.Data;

namespace ModelPipeline.Linear.Preprocessing;

/// <summary>
/// A category as one column for each of <paramref name="Categories"/>, 1 at its own; a missing one as <paramref name="Mode"/>.
/// Every other category, rare or unseen, shares the unknown bucket, which is all zeros: it adds nothing to the intercept.
/// </summary>
/// <param name="Name">The feature's header.</param>
/// <param name="Categories">The most frequent training categories, in ordinal order; none where every value is missing.</param>
/// <param name="Mode">The most frequent of them, the first in ordinal order among equals; <see langword="null"/> where there is none.</param>
/// <param name="MissingIndicator">Whether a last column says that the value is missing.</param>
internal sealed record CategoricalEncoding(string Name, IReadOnlyList<string> Categories, string? Mode, bool MissingIndicator)
    : FeatureEncoding(Name, MissingIndicator)
{
    public override int Columns => Categories.Count + (MissingIndicator ? 1 : 0);

    /// <param name="column">The training rows' categories.</param>
    /// <param name="maxCategories">How many categories get a column.</param>
    public static CategoricalEncoding Fit(CategoricalColumn column, int maxCategories)
    {
        var counts = new int[column.Categories.Count];
        var present = 0;
        foreach (var code in column.Codes)
        {
            if (code == CategoricalColumn.Missing)
                continue;
            counts[code]++;
            present++;
        }

        string[] frequent = [.. Enumerable.Range(0, counts.Length)
            .Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code])
            .ThenBy(code => column.Categories[code], StringComparer.Ordinal)
            .Take(maxCategories)
            .Select(code => column.Categories[code])];
        return new(
            column.Name,
            [.. frequent.Order(StringComparer.Ordinal)],
            frequent.FirstOrDefault(),
            present > 0 && present < column.Count);
    }
}
