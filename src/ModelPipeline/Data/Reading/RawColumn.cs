namespace ModelPipeline.Data.Reading;

/// <summary>
/// A column as texts. Rows of equal text share an entry, until there are so many different ones that looking them up costs more than it
/// saves: from then on each row has an entry of its own.
/// </summary>
internal sealed class RawColumn(string name, ColumnUse use)
{
    /// <summary>From how many different texts on it is asked whether every second row repeats one; where not, no more are shared.</summary>
    private const int FewestToJudge = 512;

    /// <summary>How many entries are shared at most.</summary>
    private const int MaxShared = 2000;

    private readonly Dictionary<string, int> _entryOf = new(StringComparer.Ordinal);
    private readonly List<string> _shared = [];
    private readonly List<int> _firstRows = [];
    private readonly List<int> _sharing = [];
    private readonly TextPages _own = new();

    public string Name => name;

    public ColumnUse Use => use;

    public int Rows => _sharing.Count + _own.Count;

    /// <summary>How many entries there are.</summary>
    public int Entries => _shared.Count + _own.Count;

    /// <summary>The text of an entry.</summary>
    public ReadOnlySpan<char> Text(int entry) => entry < _shared.Count ? _shared[entry] : _own[entry - _shared.Count];

    /// <summary>The entry of a row.</summary>
    public int Entry(int row) => row < _sharing.Count ? _sharing[row] : _shared.Count + row - _sharing.Count;

    /// <summary>The first row of an entry.</summary>
    public int FirstRow(int entry) => entry < _shared.Count ? _firstRows[entry] : _sharing.Count + entry - _shared.Count;

    public bool IsMissing(int entry) => use.IsKey ? Text(entry).IsEmpty : MissingText.Is(Text(entry));

    public void Add(ReadOnlySpan<char> text)
    {
        if (IsSharing)
            Share(text);
        else
            _own.Add(text);
    }

    /// <summary>One value a row, from one value an entry.</summary>
    public T[] Expand<T>(T[] values)
    {
        var rows = new T[Rows];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = values[Entry(row)];
        return rows;
    }

    private bool IsSharing => _own.Count == 0 && _shared.Count < MaxShared && (_shared.Count < FewestToJudge || 2 * _shared.Count <= _sharing.Count);

    private void Share(ReadOnlySpan<char> text)
    {
        var lookup = _entryOf.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var entry))
        {
            entry = _shared.Count;
            _shared.Add(text.ToString());
            _firstRows.Add(_sharing.Count);
            _entryOf.Add(_shared[entry], entry);
        }
        _sharing.Add(entry);
    }
}
