using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>A feature had one value in all of the candidate's training rows.</summary>
internal sealed class ConstantFeatureCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Where(feature => IsConstant(feature.Candidate) && !IsConstant(feature.Champion))
        .Select(feature => $"feature {QuotedText.Of(feature.Candidate.Name)} {ValueOf(feature.Candidate)} in all {feature.Candidate.Count + feature.Candidate.Missing:N0} training rows; it varied in the champion's");

    /// <summary>Whether a column has one value at most.</summary>
    internal static bool IsConstant(ColumnStatistics column) => column switch
    {
        { Count: 0 } => true,
        NumericStatistics numbers => numbers.Minimum == numbers.Maximum,
        CategoricalStatistics categories => categories.Distinct <= 1,
        _ => false,
    };

    private static string ValueOf(ColumnStatistics column) => column switch
    {
        { Count: 0 } => "is missing",
        NumericStatistics { Minimum: { } value } => string.Create(CultureInfo.InvariantCulture, $"is {value:R}"),
        CategoricalStatistics { Categories: [var category, ..] } => $"is {Shown.Value(category.Category)}",
        _ => "has one value",
    };
}
