using ModelPipeline.Evidence;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>The numbers of a comparison. Shares are 0 to 1; shifts and differences are in the unit of differences.</summary>
internal static class DifferenceMeasures
{
    /// <summary>Every measure, by name.</summary>
    public static Dictionary<string, Measure> Of(Comparison comparison)
    {
        var measures = new Dictionary<string, Measure>(StringComparer.Ordinal) { ["reference_rows"] = comparison.Reference.Table.Rows };
        Add(measures, "seen_by_candidate", comparison.SeenByCandidate);
        Add(measures, "seen_by_champion", comparison.SeenByChampion);
        if (comparison.Scores is not { } scores)
            return measures;
        foreach (var (name, measure) in Shares(scores.Counts))
            measures[name] = measure;
        measures["unit"] = scores.Unit;
        foreach (var feature in comparison.Reliance)
        {
            if (double.IsFinite(feature.Champion))
                measures[$"sensitivity.champion.{feature.Feature}"] = feature.Champion;
            if (feature.Candidate is { } candidate && double.IsFinite(candidate))
                measures[$"sensitivity.candidate.{feature.Feature}"] = candidate;
        }

        if (scores.AreFinite)
            AddMoves(measures, scores);
        return measures;
    }

    /// <summary>The shares of rows that differ, with their Wilson intervals.</summary>
    public static Dictionary<string, Measure> Shares(DifferenceCounts counts) => new(StringComparer.Ordinal)
    {
        ["changed_rows"] = Share(counts.Changed, counts.Rows),
        ["label_flips"] = Share(counts.Flips, counts.Rows),
        ["negative_flips"] = Share(counts.NegativeFlips, counts.Rows),
        ["positive_flips"] = Share(counts.PositiveFlips, counts.Rows),
    };

    private static Measure Share(int count, int rows)
    {
        var (low, high) = WilsonInterval.Of(count, rows);
        return new((double)count / rows, low, high);
    }

    private static void Add(Dictionary<string, Measure> measures, string name, SeenRows? seen)
    {
        if (seen is { Fault: null })
            measures[name] = seen.Share;
    }

    private static void AddMoves(Dictionary<string, Measure> measures, ScoredPair scores)
    {
        var greatest = OutputShift.Greatest(scores.Shifts);
        double[] sorted = [.. greatest.Differences.Order()];
        double[] sizes = [.. scores.Rows.Select(row => row.Size).Order()];
        measures["mean_shift"] = Measure.Of(greatest.Mean);
        measures["median_shift"] = Measure.Of(QuantileInterval.Of(sorted, 0.5));
        measures["p95_difference"] = Measure.Of(QuantileInterval.Of(sizes, 0.95));
        measures["p99_difference"] = Measure.Of(QuantileInterval.Of(sizes, 0.99));

        var outputs = Enumerable.Range(0, scores.Champion.Outputs.Count).Select(output => (Champion: Output(scores.Champion, output), Candidate: Output(scores.Candidate, output))).ToList();
        var correlation = outputs.Select(output => RankCorrelation.Of(output.Champion, output.Candidate)).MinBy(estimate => estimate.Value);
        if (!double.IsNaN(correlation.Value))
            measures["rank_correlation"] = Measure.Of(correlation);
        measures["psi"] = outputs.Max(output => PopulationStability.Of(output.Champion, output.Candidate));
        measures["ks"] = outputs.Max(output => KolmogorovSmirnov.Of(output.Champion, output.Candidate));
    }

    private static double[] Output(Training.Scores scores, int output)
    {
        var values = new double[scores.Rows];
        for (var row = 0; row < values.Length; row++)
            values[row] = scores.Row(row)[output];
        return values;
    }
}
