using System.Collections.Frozen;
using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Encoding;

/// <summary>A category as numbers. One that is missing, was not seen in training or is beyond the most frequent ones has no value.</summary>
/// <param name="Name">The feature's header.</param>
/// <param name="Categories">The most frequent training categories, in ordinal order.</param>
internal abstract record CategoricalEncoding(string Name, IReadOnlyList<string> Categories) : FeatureEncoding(Name)
{
    private readonly FrozenDictionary<string, int> _positions = Categories.Index().ToFrozenDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal);

    /// <summary>The categories that get numbers of their own, in ordinal order.</summary>
    /// <param name="column">The training rows.</param>
    /// <param name="most">How many at most, the most frequent first.</param>
    public static IReadOnlyList<string> Frequent(CategoricalColumn column, int most)
    {
        var counts = new int[column.Categories.Count];
        foreach (var code in column.Codes)
            if (code != CategoricalColumn.Missing)
                counts[code]++;
        return [.. Enumerable.Range(0, counts.Length)
            .Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code])
            .ThenBy(code => column.Categories[code], StringComparer.Ordinal)
            .Take(most)
            .Select(code => column.Categories[code])
            .Order(StringComparer.Ordinal)];
    }

    public override ColumnEncoder For(Column column, int first)
    {
        var categorical = (CategoricalColumn)column;
        var entries = new (int Column, float Value)[categorical.Categories.Count + 1];
        entries[0] = (first, float.NaN);
        for (var code = 0; code < categorical.Categories.Count; code++)
            entries[code + 1] = _positions.TryGetValue(categorical.Categories[code], out var position) ? Entry(first, position) : entries[0];
        return new Encoder(categorical, entries);
    }

    /// <summary>What a category is written as.</summary>
    /// <param name="first">The first of the feature's columns.</param>
    /// <param name="position">The category's place among the categories, from 0.</param>
    protected abstract (int Column, float Value) Entry(int first, int position);

    /// <param name="column">The column.</param>
    /// <param name="entries">What each of its codes is written as, at the code plus 1; at 0 a missing one.</param>
    private sealed class Encoder(CategoricalColumn column, (int Column, float Value)[] entries) : ColumnEncoder
    {
        public override void Write(int start, EncodedRows rows, int feature)
        {
            var entry = feature;
            foreach (var code in column.Codes.Slice(start, rows.Rows))
            {
                (rows.Columns[entry], rows.Values[entry]) = entries[code + 1];
                entry += rows.Features;
            }
        }
    }
}
