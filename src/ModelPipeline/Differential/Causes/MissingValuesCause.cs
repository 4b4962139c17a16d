using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>More values of a feature are missing.</summary>
internal sealed class MissingValuesCause : ICause
{
    private const double Certain = 5;
    private const double LeastRise = 0.02;

    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Where(feature => feature.Candidate.Count > 0 && HaveRisen(feature.Champion, feature.Candidate))
        .Select(feature => $"{Shown.Percent(Share(feature.Candidate))} of the values of {QuotedText.Of(feature.Candidate.Name)} are missing in training, {Shown.Percent(Share(feature.Champion))} of the champion's");

    private static bool HaveRisen(ColumnStatistics champion, ColumnStatistics candidate) =>
        Share(candidate) - Share(champion) > LeastRise
        && Significance.OfShares(Share(champion), champion.Count + champion.Missing, Share(candidate), candidate.Count + candidate.Missing) > Certain;

    private static double Share(ColumnStatistics column) => (double)column.Missing / (column.Count + column.Missing);
}
