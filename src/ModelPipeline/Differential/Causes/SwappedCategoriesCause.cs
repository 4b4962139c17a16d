using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>Two categories of a feature changed names: their shares match when exchanged, and not otherwise.</summary>
internal sealed class SwappedCategoriesCause : ICause
{
    private const double Differs = 3;
    private const double Matches = 2.5;

    public IEnumerable<string> Find(Comparison comparison) =>
        from feature in comparison.SharedFeatures
        where feature is (CategoricalStatistics { Count: > 0 }, CategoricalStatistics { Count: > 0 })
        let shares = new CategoryShares((CategoricalStatistics)feature.Champion, (CategoricalStatistics)feature.Candidate)
        from pair in Pairs(shares)
        select $"categories {Shown.Value(pair.First)} and {Shown.Value(pair.Second)} of {QuotedText.Of(feature.Champion.Name)} look swapped: "
            + $"{Shown.Percent(shares.InCandidate(pair.First))} and {Shown.Percent(shares.InCandidate(pair.Second))} of the training rows, "
            + $"{Shown.Percent(shares.InChampion(pair.First))} and {Shown.Percent(shares.InChampion(pair.Second))} of the champion's";

    private static IEnumerable<(string First, string Second)> Pairs(CategoryShares shares)
    {
        string[] moved = [.. shares.Categories.Where(category => shares.Distance(category, category) > Differs)];
        if (moved.Length == 2 && moved.All(category => shares.InChampion(category) > 0 && shares.InCandidate(category) > 0) && shares.Distance(moved[0], moved[1]) < Matches && shares.Distance(moved[1], moved[0]) < Matches)
            yield return (moved[0], moved[1]);
    }
}
