namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>A growing array, exact where one row is asked for.</summary>
internal struct Values<T>()
{
    /// <summary>Up to how many items the array grows fourfold; beyond, memory counts more than copies.</summary>
    private const int Few = 1024;

    private T[] _items = [];

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count == 0 ? 1 : Count < Few ? Count * 4 : Count * 2);
        _items[Count++] = item;
    }

    /// <summary>The first items.</summary>
    public readonly T[] First(int count) => count == _items.Length ? _items : _items[..count];
}
