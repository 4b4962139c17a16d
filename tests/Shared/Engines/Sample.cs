using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

/// <summary>Rows with their true answers, from a seeded generator or as a test gives them.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Rows">The features.</param>
/// <param name="Labels">The true answers.</param>
public sealed record Sample(ModelTask Task, Table Rows, Labels Labels)
{
    /// <summary>The feature that the answer depends on most.</summary>
    public const string Strong = "strong";

    /// <summary>Another number that the answer depends on; every twentieth is missing.</summary>
    public const string Weak = "weak";

    /// <summary>A category that the answer depends on; every twentieth is missing.</summary>
    public const string Colour = "colour";

    /// <summary>A category that tells nothing.</summary>
    public const string Shop = "shop";

    private static readonly string[] Colours = ["blue", "green", "red"];
    private static readonly string[] Shops = ["s0", "s1", "s2", "s3", "s4"];

    /// <summary>What a model of these rows reads and writes.</summary>
    public ModelSignature Signature => new(
        Task, [.. Rows.Columns.Select(FeatureSignature.Of)], ModelSignature.OutputsOf(Task, Labels.Classes), Labels.Classes);

    /// <summary>Rows that can be learned from: most of the answer is the strong feature, a little is chance.</summary>
    /// <param name="task">What is to be predicted.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="seed">Which rows.</param>
    public static Sample Of(ModelTask task, int rows, int seed = 1)
    {
        var random = new Random(seed);
        var (strong, weak, signal) = (new double[rows], new double[rows], new double[rows]);
        var (colours, shops) = (new int[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            (strong[row], weak[row]) = ((random.NextDouble() * 2) - 1, random.NextDouble() * 40);
            (colours[row], shops[row]) = (random.Next(Colours.Length), random.Next(Shops.Length));
            signal[row] = (3 * strong[row]) + ((weak[row] - 20) / 40) + (0.5 * (colours[row] - 1)) + (random.NextDouble() * 0.4) - 0.2;
            if (random.Next(20) == 0)
                weak[row] = double.NaN;
            if (random.Next(20) == 0)
                colours[row] = CategoricalColumn.Missing;
        }

        var table = new Table(
        [
            new NumericColumn(Strong, strong),
            new NumericColumn(Weak, weak),
            new CategoricalColumn(Colour, colours, Colours),
            new CategoricalColumn(Shop, shops, Shops),
        ]);
        return new(task, table, LabelsOf(task, signal));
    }

    /// <summary>The same rows with one more column, or another in place of that of its name.</summary>
    public Sample With(Column column) => this with { Rows = Rows.With(column) };

    /// <summary>The mean squared distance of scores from the truth.</summary>
    public double SquaredError(Scores scores) =>
        Enumerable.Range(0, Rows.Rows).Average(row => scores.Row(row).ToArray().Index().Average(output => Math.Pow(output.Item - Truth(row, output.Index), 2)));

    /// <summary>That of the best guess which is the same for every row.</summary>
    public double SquaredErrorOfConstant()
    {
        var outputs = Signature.Outputs.Count;
        var means = Enumerable.Range(0, outputs).Select(output => Enumerable.Range(0, Rows.Rows).Average(row => Truth(row, output)));
        var mean = means.ToArray();
        return SquaredError(new(Signature.Outputs, [.. Enumerable.Range(0, Rows.Rows * outputs).Select(i => mean[i % outputs])]));
    }

    private double Truth(int row, int output) => Task switch
    {
        ModelTask.Regression => Labels.Numbers[row],
        ModelTask.BinaryClassification => Labels.Codes[row],
        _ => Labels.Codes[row] == output ? 1 : 0,
    };

    private static Labels LabelsOf(ModelTask task, double[] signal) => task switch
    {
        ModelTask.Regression => Labels.OfNumbers([.. signal.Select(value => 100 + (10 * value))]),
        ModelTask.BinaryClassification => Labels.OfClasses(["no", "yes"], [.. signal.Select(value => value > 0 ? 1 : 0)]),
        _ => Labels.OfClasses(["high", "low", "middle"], [.. signal.Select(value => value > 1 ? 0 : value < -1 ? 1 : 2)]),
    };
}
