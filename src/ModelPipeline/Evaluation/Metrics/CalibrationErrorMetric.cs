using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>
/// The expected calibration error in ten bins of equal width, each open below and closed above: the mean distance between a bin's mean probability and
/// its share of hits, weighted by its rows. Its estimate is biased upwards, hence the basic bootstrap interval.
/// Source: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, On Calibration of Modern Neural Networks, ICML 2017.
/// </summary>
internal sealed class CalibrationErrorMetric : RowMetric
{
    private const int Bins = 10;
    private readonly byte[] _bins;
    private readonly double[] _gaps;

    /// <summary>Assigns the rows to their bins.</summary>
    /// <param name="probabilities">One number a row, 0 to 1.</param>
    /// <param name="hits">Whether what the probability was given to came true.</param>
    public CalibrationErrorMetric(double[] probabilities, bool[] hits)
    {
        _bins = [.. probabilities.Select(BinOf)];
        _gaps = [.. probabilities.Select((probability, row) => (hits[row] ? 1 : 0) - probability)];
    }

    public override double Value(ReadOnlySpan<int> counts)
    {
        var gaps = new CompensatedSum[Bins];
        var total = 0L;
        for (var row = 0; row < _gaps.Length; row++)
        {
            gaps[_bins[row]].Add(counts[row] * _gaps[row]);
            total += counts[row];
        }

        var error = 0.0;
        foreach (var gap in gaps)
            error += Math.Abs(gap.Value);
        return error / total;
    }

    public override Interval FromReplicates(double value, double[] replicates) => BootstrapInterval.Basic(value, replicates);

    private static byte BinOf(double probability)
    {
        byte bin = 0;
        while (bin < Bins - 1 && probability > (bin + 1) * 0.1)
            bin++;
        return bin;
    }
}
