using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>What the trees are to predict, one number a row, and how much each row weighs.</summary>
/// <param name="Base">The mean of the labels of a regression, which the trees need not learn; 0 for classification.</param>
/// <param name="Labels">The class, or the label less <paramref name="Base"/>.</param>
/// <param name="Weights">One a row; <see langword="null"/> where each is 1.</param>
internal sealed record Targets(double Base, float[] Labels, float[]? Weights)
{
    public static Targets Of(TrainingRequest request, XGBoostParameters parameters) => request.Signature.Task == ModelTask.Regression
        ? OfNumbers(request.Labels.Numbers)
        : OfClasses(request.Labels, parameters);

    /// <summary>Those of some rows.</summary>
    public Targets Of(int[] rows) => this with
    {
        Labels = Array.ConvertAll(rows, row => Labels[row]),
        Weights = Weights is null ? null : Array.ConvertAll(rows, row => Weights[row]),
    };

    /// <exception cref="TrainingException">The labels lie too far apart.</exception>
    private static Targets OfNumbers(ReadOnlySpan<double> numbers)
    {
        var mean = 0.0;
        foreach (var number in numbers)
            mean += number / numbers.Length;
        var labels = new float[numbers.Length];
        for (var row = 0; row < labels.Length; row++)
            labels[row] = (float)(numbers[row] - mean);
        return labels.All(label => Math.Abs(label) < MathF.Sqrt(float.MaxValue) / labels.Length)
            ? new(mean, labels, null)
            : throw new TrainingException("The labels lie too far apart for single precision: divide them by a constant.");
    }

    private static Targets OfClasses(Labels labels, XGBoostParameters parameters)
    {
        var codes = labels.Codes.ToArray();
        var classes = labels.Classes.Count;
        var weights = Array.ConvertAll([.. labels.Classes], name => parameters.ClassWeights.TryGetValue(name, out var weight) ? (double)weight : 1.0);
        if (parameters.BalanceClasses)
        {
            var counts = codes.CountBy(code => code).ToDictionary();
            weights = [.. weights.Select((weight, code) => weight * codes.Length / (classes * (double)counts[code]))];
        }

        return new(
            0,
            Array.ConvertAll(codes, code => (float)code),
            weights.All(weight => weight == 1) ? null : Array.ConvertAll(codes, code => (float)weights[code]));
    }
}
