using ModelPipeline.Linear.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Fitting;

/// <summary>The negative logarithm of the probability of the true one of several classes.</summary>
/// <param name="labels">Every class present.</param>
internal sealed class SoftmaxLoss(Labels labels) : ILoss
{
    public int Outputs => labels.Classes.Count;

    /// <summary>The logarithms of the class shares, shifted to sum to 0, as the optimum's intercepts do.</summary>
    public double[] Start
    {
        get
        {
            var counts = new int[Outputs];
            foreach (var code in labels.Codes)
                counts[code]++;
            double[] logs = [.. counts.Select(count => Math.Log(count))];
            var mean = logs.Average();
            return [.. logs.Select(log => log - mean)];
        }
    }

    public double Evaluate(int row, ReadOnlySpan<double> scores, Span<double> slopes, Span<double> curvatures)
    {
        scores.CopyTo(slopes);
        var truth = labels.Codes[row];
        var logSum = Links.Softmax(slopes);
        if (!curvatures.IsEmpty)
            SetCurvatures(slopes, curvatures);

        var wrong = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            wrong += i == truth ? 0 : slopes[i];
        slopes[truth] = -wrong;
        return wrong < 0.5 ? -Links.LogOnePlus(-wrong) : logSum - scores[truth];
    }

    private static void SetCurvatures(ReadOnlySpan<double> probabilities, Span<double> curvatures)
    {
        var next = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            for (var j = 0; j < i; j++)
                curvatures[next++] = -probabilities[i] * probabilities[j];
            curvatures[next++] = probabilities[i] * (1 - probabilities[i]);
        }
    }
}
