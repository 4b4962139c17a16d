using System.Globalization;
using ModelPipeline.Data;

namespace LinearPeer;

/// <summary>Reads a CSV file without quotes, as the samples are: enough for this program.</summary>
internal static class Csv
{
    public static Table Read(string path, Sample sample)
    {
        var text = File.ReadAllText(path);
        var rest = text.AsSpan();
        string[] names = NextLine(ref rest).ToString().Split(',');
        var builders = names.Select(name => new ColumnBuilder(name, sample.TypeOf(name))).ToArray();
        while (!rest.IsEmpty)
        {
            var line = NextLine(ref rest);
            foreach (var builder in builders)
            {
                var end = line.IndexOf(',');
                builder.Add(end < 0 ? line : line[..end]);
                line = end < 0 ? [] : line[(end + 1)..];
            }
        }

        return new([.. builders.Where(builder => builder.Type != ColumnType.Text).Select(builder => builder.Build())]);
    }

    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.TrimEnd('\r');
    }

    private sealed class ColumnBuilder(string name, ColumnType type)
    {
        private readonly List<double> _numbers = [];
        private readonly List<int> _codes = [];
        private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);

        public ColumnType Type => type;

        public void Add(ReadOnlySpan<char> value)
        {
            if (type == ColumnType.Numeric)
                _numbers.Add(value.IsEmpty ? double.NaN : double.Parse(value, CultureInfo.InvariantCulture));
            if (type == ColumnType.Categorical)
                _codes.Add(value.IsEmpty ? CategoricalColumn.Missing : CodeOf(value));
        }

        public Column Build()
        {
            if (type == ColumnType.Numeric)
                return new NumericColumn(name, [.. _numbers]);
            string[] ordered = [.. _categories.Keys.Order(StringComparer.Ordinal)];
            var codes = new int[ordered.Length];
            for (var i = 0; i < ordered.Length; i++)
                codes[_categories[ordered[i]]] = i;
            return new CategoricalColumn(name, [.. _codes.Select(code => code < 0 ? code : codes[code])], ordered);
        }

        private int CodeOf(ReadOnlySpan<char> value)
        {
            var lookup = _categories.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!lookup.TryGetValue(value, out var code))
                lookup[value] = code = _categories.Count;
            return code;
        }
    }
}
