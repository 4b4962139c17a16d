using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Explanation;

/// <summary>
/// Compares probabilities with what came true, in ten bins of about equally many rows.
/// Source: A. Niculescu-Mizil, R. Caruana, Predicting Good Probabilities With Supervised Learning, ICML 2005.
/// </summary>
internal static class CalibrationCurve
{
    /// <summary>The bins, ascending; of a multiclass task, the probabilities of the predicted classes.</summary>
    /// <param name="rows">Rows of a classification with labels and probabilities.</param>
    public static IReadOnlyList<CalibrationBin> Of(ScoredRows rows)
    {
        var probabilities = new double[rows.Count];
        var hits = new bool[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var spokenFor = rows.Task == ModelTask.BinaryClassification ? 1 : PredictedClass.Of(rows.Scores.Row(row));
            probabilities[row] = rows.Scores.Row(row)[rows.Task == ModelTask.BinaryClassification ? 0 : spokenFor];
            hits[row] = rows.Labels.Codes[row] == spokenFor;
        }

        Array.Sort(probabilities, hits);
        return [.. EqualCountBins.Of(probabilities).Select(bin => BinOf(probabilities.AsSpan(bin), hits.AsSpan(bin)))];
    }

    private static CalibrationBin BinOf(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> hits)
    {
        var came = hits.Count(true);
        var interval = WilsonInterval.Of(came, hits.Length);
        return new(hits.Length, CompensatedSum.Of(probabilities) / hits.Length, (double)came / hits.Length, interval.Low, interval.High);
    }
}
