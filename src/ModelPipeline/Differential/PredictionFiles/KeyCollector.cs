using System.Text;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Counts keys and remembers the first few.</summary>
/// <param name="keys">How many columns a key has.</param>
internal sealed class KeyCollector(int keys)
{
    private const int Most = 5;

    private readonly List<string> _first = [];
    private long _count;

    public KeySample Sample => new(_count, _first);

    public void Add(Row row)
    {
        if (_count++ < Most)
            _first.Add(string.Join(", ", Enumerable.Range(0, keys).Select(cell => Encoding.UTF8.GetString(row[cell]))));
    }
}
