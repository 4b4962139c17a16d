using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>A feature had one value in all of the candidate's training rows.</summary>
internal sealed class ConstantFeatureCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Where(feature => feature.Candidate.IsConstant && !feature.Champion.IsConstant)
        .Select(feature => string.Create(
            CultureInfo.InvariantCulture,
            $"feature {QuotedText.Of(feature.Candidate.Name)} {ValueOf(feature.Candidate)} in all {feature.Candidate.Count + feature.Candidate.Missing:N0} training rows; it varied in the champion's"));

    private static string ValueOf(ColumnStatistics column) => column switch
    {
        { Count: 0 } => "is missing",
        NumericStatistics { Minimum: { } value } => string.Create(CultureInfo.InvariantCulture, $"is {value:R}"),
        CategoricalStatistics { Categories: [var category, ..] } => $"is {Shown.Value(category.Category)}",
        _ => "has one value",
    };
}
