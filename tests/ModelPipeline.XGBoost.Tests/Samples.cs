using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>Small and generated problems.</summary>
internal static class Samples
{
    public static Column[] Ten =>
    [
        Columns.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        Columns.Texts("c", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a"),
    ];

    public static Problem TenBinary => Problem.Binary([0, 0, 1, 0, 1, 1, 1, 0, 1, 1], Ten);

    public static Problem TenMulticlass => Problem.Multiclass([0, 0, 1, 0, 1, 2, 1, 2, 2, 2], Ten);

    public static Problem TenRegression => Problem.Regression([1, 3, 2, 5, 4, 6, 9, 7, 8, 12], Ten);

    /// <summary>Columns of both types, with missing values, from a seeded generator.</summary>
    public static Column[] Mixed(int rows, int seed = 1)
    {
        var random = new Random(seed);
        string?[] colours = ["red", "green", "blue", null];
        return
        [
            Columns.Numbers("age", Draw(() => (double)random.Next(18, 90))),
            Columns.Numbers("income", Draw(() => random.Next(20) == 0 ? double.NaN : 1000 * Math.Exp(random.NextDouble() * 3))),
            Columns.Texts("colour", Draw(() => colours[random.Next(4)])),
            Columns.Texts("size", Draw(() => "s" + random.Next(12))),
        ];

        T[] Draw<T>(Func<T> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];
    }

    public static Problem MixedBinary(int rows) => Problem.Binary(Codes(rows, 2), Mixed(rows));

    public static Problem MixedMulticlass(int rows) => Problem.Multiclass(Codes(rows, 3), Mixed(rows));

    public static Problem MixedRegression(int rows) =>
        Problem.Regression([.. Codes(rows, 100).Select(code => 3.7 * code)], Mixed(rows));

    private static int[] Codes(int rows, int classes)
    {
        var random = new Random(2);
        var age = (NumericColumn)Mixed(rows)[0];
        return [.. Enumerable.Range(0, rows).Select(row => (int)((random.Next(90) + age.Values[row]) * classes / 180))];
    }
}
