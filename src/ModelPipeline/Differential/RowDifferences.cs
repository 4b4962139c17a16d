using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>Compares two models' scores of the same rows, row by row.</summary>
internal static class RowDifferences
{
    private const int NoClass = -1;

    /// <summary>One difference a row. Source of positive and negative flips: S. Yan et al., Positive-Congruent Training, CVPR 2021.</summary>
    /// <param name="champion">What the champion says.</param>
    /// <param name="candidate">What the candidate says of the same rows: the same outputs.</param>
    /// <param name="labels">The true answers; <see langword="null"/> where they are not known.</param>
    /// <param name="task">What the models predict.</param>
    /// <param name="tolerance">From which difference on an output counts as changed.</param>
    /// <param name="unit">The unit of differences, in that of the outputs: 1, or the label's standard deviation.</param>
    /// <exception cref="ArgumentException">The two have other rows or other outputs.</exception>
    public static RowDifference[] Of(Scores champion, Scores candidate, Labels? labels, ModelTask task, ToleranceSpec tolerance, double unit)
    {
        if (champion.Rows != candidate.Rows || !champion.Outputs.SequenceEqual(candidate.Outputs))
            throw new ArgumentException("The scores are of other rows or outputs.", nameof(candidate));

        var differences = new RowDifference[champion.Rows];
        for (var row = 0; row < differences.Length; row++)
        {
            var before = champion.Row(row);
            var after = candidate.Row(row);
            var flip = task == ModelTask.Regression ? Flip.None : FlipOf(ClassOf(before), ClassOf(after), labels is null ? NoClass : labels.Codes[row]);
            differences[row] = new(Size(before, after) / unit, HasChanged(before, after, tolerance, unit), flip);
        }

        return differences;
    }

    private static int ClassOf(ReadOnlySpan<double> outputs) => Scores.AreFinite(outputs) ? PredictedClass.Of(outputs) : NoClass;

    private static Flip FlipOf(int before, int after, int label) => (before, after) switch
    {
        _ when before == after && before != NoClass => Flip.None,
        _ when label == NoClass => Flip.Other,
        _ when before == label => Flip.Negative,
        _ when after == label => Flip.Positive,
        _ => Flip.Other,
    };

    private static double Size(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (!Scores.AreFinite(before) || !Scores.AreFinite(after))
            return double.PositiveInfinity;
        var greatest = 0.0;
        for (var output = 0; output < before.Length; output++)
            greatest = Math.Max(greatest, Math.Abs(after[output] - before[output]));
        return greatest;
    }

    private static bool HasChanged(ReadOnlySpan<double> before, ReadOnlySpan<double> after, ToleranceSpec tolerance, double unit)
    {
        for (var output = 0; output < before.Length; output++)
        {
            var within = Math.Abs(after[output] - before[output]) <= tolerance.Absolute * unit + tolerance.Relative * Math.Abs(before[output]);
            if (!within || !double.IsFinite(before[output]) || !double.IsFinite(after[output]))
                return true;
        }

        return false;
    }
}
