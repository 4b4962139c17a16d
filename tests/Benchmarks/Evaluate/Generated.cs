using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace Evaluate;

/// <summary>Seeded rows of a task, and two models that score them alike but not equally.</summary>
internal static class Generated
{
    private static readonly string[] Classes = ["a", "b", "c"];

    public static ComparedRows Rows(ModelTask task, int count)
    {
        var random = new SeededRandom(1);
        var truth = Numbers(random, count);
        var noise = Numbers(random, count);
        double[] other = [.. truth.Zip(Numbers(random, count), (t, n) => (0.9 * t) + (0.1 * n))];
        return task switch
        {
            ModelTask.BinaryClassification => new(
                Labels.OfClasses(["no", "yes"], [.. truth.Zip(noise, (t, n) => n < t ? 1 : 0)]), new(["probability"], truth), new(["probability"], other), task),
            ModelTask.Regression => new(
                Labels.OfNumbers([.. truth.Zip(noise, (t, n) => t + n)]), new(["prediction"], truth), new(["prediction"], other), task),
            _ => new(
                Labels.OfClasses(Classes, [.. truth.Zip(noise, (t, n) => n < 0.3 ? 2 : n < 0.3 + (0.7 * t) ? 1 : 0)]), OfClasses(truth), OfClasses(other), task),
        };
    }

    private static Scores OfClasses(double[] numbers) => new(
        ModelSignature.OutputsOf(ModelTask.MulticlassClassification, Classes),
        [.. numbers.SelectMany(number => new[] { 0.7 * (1 - number), 0.7 * number, 0.3 })]);

    private static double[] Numbers(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
}
