using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>Short ways to write columns.</summary>
internal static class Columns
{
    public static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    /// <summary>A column of texts, of which a null is a missing one.</summary>
    public static CategoricalColumn Texts(string name, params string?[] values)
    {
        string[] categories = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => Array.IndexOf(categories, value))], categories);
    }
}
