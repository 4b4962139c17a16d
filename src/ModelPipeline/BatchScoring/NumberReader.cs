using System.Runtime.InteropServices;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.BatchScoring;

/// <summary>Reads numbers.</summary>
internal sealed class NumberReader(string name) : InputReader(name)
{
    private readonly List<double> _values = [];

    public override string? Add(ReadOnlySpan<char> text)
    {
        if (NumberText.TryParse(text, out var number))
        {
            _values.Add(number);
            return double.IsFinite(number) ? null : "is not a finite number: leave it empty where the number is unknown";
        }

        _values.Add(double.NaN);
        if (MissingText.Is(text))
        {
            Missing++;
            return null;
        }

        return DecimalComma.WithPoint(text.ToString()) is { } point ? $"is not a number: write {point} with a point" : "is not a number";
    }

    public override Column Take()
    {
        var column = new NumericColumn(Name, CollectionsMarshal.AsSpan(_values).ToArray());
        _values.Clear();
        return column;
    }
}
