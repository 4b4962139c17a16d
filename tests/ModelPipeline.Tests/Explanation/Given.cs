using ModelPipeline.Data;
using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Explanation;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Tests.Evaluation;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Explanation;

internal static class Given
{
    public static readonly Table Features = Numbers(200, 7, "strong", "weak", "unused");

    /// <summary>What a regression says that reads two of three features.</summary>
    public static readonly LambdaScorer Regression = LambdaScorer.OfOne(numbers => 10 * numbers[0] + numbers[1]);

    /// <summary>What a binary model says that reads two of three features.</summary>
    public static readonly LambdaScorer Binary = LambdaScorer.OfOne(numbers => 0.1 + 0.7 * numbers[0] + 0.1 * numbers[1]);

    /// <summary>Columns of numbers from 0 to 1.</summary>
    public static Table Numbers(int rows, long seed, params string[] names) => new([.. names.Select((name, column) =>
    {
        var random = new SeededRandom(seed, column);
        return new NumericColumn(name, [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())]);
    })]);

    /// <summary>Labels that come true about as often as the scores say.</summary>
    public static Labels LabelsOf(Scores scores)
    {
        var random = new SeededRandom(1);
        return Samples.Binary([.. scores.Values.ToArray().Select(score => random.NextDouble() < score ? 1 : 0)]);
    }

    public static ModelExplanation Explain(IScorer scorer, Table features, Labels labels, ModelTask task, long seed = 7) => Explainer.Explain(
        scorer, features, labels, scorer.Score(features, TestContext.Current.CancellationToken), task, seed, new Progress<string>(), TestContext.Current.CancellationToken);

    public static ModelExplanation ExplainBinary(long seed = 7) =>
        Explain(Binary, Features, LabelsOf(Binary.Score(Features, CancellationToken.None)), ModelTask.BinaryClassification, seed);

    public static ScoredRows BinaryRows(int[] codes, params double[] probabilities) =>
        ScoredRows.Of(Samples.Binary(codes), Samples.Probabilities(probabilities), ModelTask.BinaryClassification);

    public static ScoredRows MulticlassRows(int classes, int[] codes, params double[] values)
    {
        var (labels, scores, task) = Samples.Multiclass(classes, codes, values);
        return ScoredRows.Of(labels, scores, task);
    }

    public static ScoredRows RegressionRows(double[] labels, params double[] predictions) =>
        ScoredRows.Of(Labels.OfNumbers(labels), new(["prediction"], predictions), ModelTask.Regression);
}
