using System.Globalization;

namespace LinearPeer;

/// <summary>Samples that are unkind to the engine: many numbers, and more weights than a full Hessian allows.</summary>
internal static class Generated
{
    /// <summary>200 numbers, of which 20 matter: the work is dense linear algebra, where scikit-learn has BLAS.</summary>
    public static Sample Wide { get; } = new(
        "generated-wide", "binary-classification", "label", "id", "yes", Names("x", 200), [])
    {
        Source = () => Lines(rows: 10_000, numbers: 200, categories: 0, (numbers, _, noise) =>
            numbers.Take(20).Sum() + (2 * noise) > 0 ? "yes" : "no"),
    };

    /// <summary>25 classes and more than 100 columns, which the engine hands to limited-memory BFGS.</summary>
    public static Sample ManyClasses { get; } = new(
        "generated-classes", "multiclass-classification", "label", "id", null, Names("x", 10), Names("c", 2))
    {
        Source = () => Lines(rows: 10_000, numbers: 10, categories: 2, (numbers, categories, noise) =>
            $"k{(categories[0] + (int)Math.Abs(4 * (numbers[0] + noise))) % 25:00}"),
    };

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];

    private static IEnumerable<string> Lines(int rows, int numbers, int categories, Func<double[], int[], double, string> label)
    {
        var random = new Random(1);
        yield return string.Join(',', ["id", "label", .. Names("x", numbers), .. Names("c", categories)]);
        for (var row = 0; row < rows; row++)
        {
            double[] values = [.. Enumerable.Range(0, numbers).Select(_ => Math.Round(Normal(random), 4))];
            int[] codes = [.. Enumerable.Range(0, categories).Select(_ => random.Next(50))];
            yield return string.Join(',',
            [
                row.ToString(CultureInfo.InvariantCulture),
                label(values, codes, Normal(random)),
                .. values.Select(value => value.ToString(CultureInfo.InvariantCulture)),
                .. codes.Select(code => "v" + code.ToString(CultureInfo.InvariantCulture)),
            ]);
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
