using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>Categories of a feature came or went.</summary>
internal sealed class CategorySetCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Where(feature => feature is (CategoricalStatistics, CategoricalStatistics) && !feature.Candidate.IsConstant)
        .SelectMany(feature => Find((CategoricalStatistics)feature.Champion, (CategoricalStatistics)feature.Candidate));

    private static IEnumerable<string> Find(CategoricalStatistics champion, CategoricalStatistics candidate)
    {
        // Of more categories than the bundle lists, it cannot be told which are gone and which are only rare.
        if (champion.Distinct > champion.Categories.Count || candidate.Distinct > candidate.Categories.Count)
            yield break;
        var gone = champion.Categories.ExceptBy(candidate.Categories.Select(category => category.Category), category => category.Category, StringComparer.Ordinal).ToList();
        var added = candidate.Categories.ExceptBy(champion.Categories.Select(category => category.Category), category => category.Category, StringComparer.Ordinal).ToList();
        var name = QuotedText.Of(champion.Name);
        if (gone.Count > 0)
            yield return $"feature {name} has no {Shown.Values([.. gone.Select(category => category.Category)])} any more ({Shown.Percent((double)gone.Sum(category => category.Count) / champion.Count)} of the champion's training rows)";
        if (added.Count > 0)
            yield return $"feature {name} has the new {Shown.Values([.. added.Select(category => category.Category)])} ({Shown.Percent((double)added.Sum(category => category.Count) / candidate.Count)} of the training rows)";
    }
}
