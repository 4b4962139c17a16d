using System.Collections.Frozen;
using System.Text;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Finds texts by their UTF-8 bytes.</summary>
internal sealed class Utf8Index
{
    /// <summary>The position of a text that is not there.</summary>
    public const int None = -1;

    private readonly FrozenDictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _positions;

    /// <param name="texts">The texts, each once.</param>
    public Utf8Index(IEnumerable<string> texts) => _positions = texts
        .Select((text, position) => KeyValuePair.Create(Encoding.UTF8.GetBytes(text), position))
        .ToFrozenDictionary(new Utf8Comparer())
        .GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The position of a text, from 0, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => _positions.TryGetValue(utf8, out var position) ? position : None;
}
