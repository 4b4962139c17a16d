using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>Whether a model's order of the rows is that of their labels: the AUC of each class, or the rank correlation of a regression.</summary>
/// <param name="Estimates">One a class that has rows, or one of a regression.</param>
/// <param name="Chance">What each would be without any agreement: 0.5, or 0.</param>
internal sealed record LabelAgreement(IReadOnlyList<Estimate> Estimates, double Chance)
{
    /// <summary>Whether nothing tells the labels from chance.</summary>
    public bool IsChance => Estimates.Count > 0 && Estimates.All(estimate => estimate.Low <= Chance && estimate.High >= Chance);

    /// <summary>Whether the order is the opposite of the labels'.</summary>
    public bool IsOpposite => Estimates.Count > 0 && Estimates.All(estimate => estimate.High < Chance);

    /// <summary>The estimate that is farthest from chance.</summary>
    public Estimate Farthest => Estimates.MaxBy(estimate => Math.Abs(estimate.Value - Chance));

    /// <summary>Of a model on the reference rows; <see langword="null"/> where there are no labels, or scores that are not finite.</summary>
    public static LabelAgreement? Of(Comparison comparison, Func<ScoredPair, Scores> side)
    {
        if (comparison.Scores is not { AreFinite: true } pair || comparison.Reference.Labels is not { } labels)
            return null;
        var scores = side(pair);
        return comparison.Champion.Manifest.Signature.Task switch
        {
            ModelTask.Regression => new([RankCorrelation.Of(scores.Values.ToArray(), labels.Numbers.ToArray())], 0),
            ModelTask.BinaryClassification => new([.. Auc(scores, 0, labels, 1)], 0.5),
            _ => new([.. Enumerable.Range(0, labels.Classes.Count).SelectMany(code => Auc(scores, code, labels, code))], 0.5),
        };
    }

    private static IEnumerable<Estimate> Auc(Scores scores, int output, Labels labels, int positive)
    {
        bool[] positives = [.. labels.Codes.ToArray().Select(code => code == positive)];
        if (!positives.Contains(true) || !positives.Contains(false))
            return [];
        var components = DeLong.Components([.. Enumerable.Range(0, scores.Rows).Select(row => scores.Row(row)[output])], positives);
        var (low, high) = components.Interval();
        return [new(components.Auc, low, high)];
    }
}
