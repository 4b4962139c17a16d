using ModelPipeline.Linear.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Fitting;

/// <summary>The negative logarithm of the probability of the true one of two classes.</summary>
/// <param name="labels">Codes 0 and 1, both present.</param>
internal sealed class LogisticLoss(Labels labels) : ILoss
{
    public int Outputs => 1;

    public double[] Start
    {
        get
        {
            var positives = labels.Codes.Count(1);
            return [Math.Log((double)positives / (labels.Count - positives))];
        }
    }

    public double Evaluate(int row, ReadOnlySpan<double> scores, Span<double> slopes, Span<double> curvatures)
    {
        var score = labels.Codes[row] == 1 ? scores[0] : -scores[0];
        var wrong = Links.Sigmoid(-score);
        slopes[0] = labels.Codes[row] == 1 ? -wrong : wrong;
        if (!curvatures.IsEmpty)
            curvatures[0] = wrong * Links.Sigmoid(score);
        return Math.Max(-score, 0) + Links.LogOnePlus(Math.Exp(-Math.Abs(score)));
    }
}
