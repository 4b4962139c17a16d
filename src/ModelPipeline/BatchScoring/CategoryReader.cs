using System.Runtime.InteropServices;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.BatchScoring;

/// <summary>Reads categories. Those that no training row had share one code: the model does not tell them apart.</summary>
internal sealed class CategoryReader : InputReader
{
    private readonly string[] _categories;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codes;
    private readonly List<int> _values = [];

    public CategoryReader(FeatureSignature input)
        : base(input.Name)
    {
        _categories = [.. input.Categories, AfterAll(input.Categories)];
        _codes = input.Categories.Index().ToDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override string? Add(ReadOnlySpan<char> text)
    {
        if (_codes.TryGetValue(text, out var code))
        {
            _values.Add(code);
        }
        else if (MissingText.Is(text))
        {
            _values.Add(CategoricalColumn.Missing);
            Missing++;
        }
        else
        {
            _values.Add(_categories.Length - 1);
            Unseen++;
        }

        return null;
    }

    public override Column Take()
    {
        var column = new CategoricalColumn(Name, CollectionsMarshal.AsSpan(_values).ToArray(), _categories);
        _values.Clear();
        return column;
    }

    /// <summary>A text that is none of the categories and stands after them in ordinal order.</summary>
    private static string AfterAll(IReadOnlyList<string> categories) => new('\uFFFF', 1 + categories.Select(category => category.Length).DefaultIfEmpty().Max());
}
