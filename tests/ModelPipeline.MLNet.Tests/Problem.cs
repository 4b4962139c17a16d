using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests;

/// <summary>A made-up problem that can be learnt: <c>strong</c> decides most, <c>colour</c> some, <c>noise</c> nothing.</summary>
internal sealed record Problem(ModelTask Task, Table Rows, Labels Labels)
{
    public static IReadOnlyList<string> Classes { get; } = ["high", "low", "mid"];

    public ModelSignature Signature => new(
        Task,
        [.. Rows.Columns.Select(FeatureSignature.Of)],
        ModelSignature.OutputsOf(Task, Labels.Classes),
        Labels.Classes);

    public static Problem Of(ModelTask task, int rows = 600, int seed = 1)
    {
        var random = new Random(seed);
        string?[] colours = ["blue", "green", "red", null];
        var (strong, noise, colour, amount) = (new double[rows], new double[rows], new int[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            strong[row] = (random.NextDouble() * 4) - 2;
            noise[row] = random.Next(20) == 0 ? double.NaN : random.NextDouble();
            colour[row] = random.Next(4) - 1;
            amount[row] = 10 + (2 * strong[row]) + (colour[row] == 2 ? 1.5 : 0) + (0.2 * random.NextDouble());
        }

        var table = new Table(
        [
            new NumericColumn("strong", strong),
            new NumericColumn("noise", noise),
            new CategoricalColumn("colour", colour, ["blue", "green", "red"]),
        ]);
        return new(task, table, LabelsOf(task, amount));
    }

    /// <summary>The request of a trainer, with parameters other than its defaults.</summary>
    public TrainingRequest Request(MLNetEngine engine, string trainer, params (string Name, object Value)[] parameters)
    {
        var values = engine.Trainers.Single(known => known.Name == trainer).Defaults.ToDictionary();
        foreach (var (name, value) in parameters)
            values[name] = value;
        return new(Signature, Rows, Labels, trainer, new(values), Seed: 7);
    }

    private static Labels LabelsOf(ModelTask task, double[] amounts) => task switch
    {
        ModelTask.BinaryClassification => Labels.OfClasses(["no", "yes"], [.. amounts.Select(amount => amount > 10.5 ? 1 : 0)]),
        ModelTask.MulticlassClassification => Labels.OfClasses(Classes, [.. amounts.Select(amount => amount < 9 ? 1 : amount < 12 ? 2 : 0)]),
        _ => Labels.OfNumbers(amounts),
    };
}
