namespace ModelPipeline.Data.Reading;

/// <summary>The rows of all files as text.</summary>
internal sealed class RawTable(ColumnUses uses, ColumnMentions mentions)
{
    private readonly List<(string Name, int FirstRow)> _files = [];
    private readonly List<int> _lines = [];
    private string[]? _header;
    private RawColumn[] _columns = [];

    /// <summary>Begins a file; false where its header does not fit the spec or the earlier files, which is reported.</summary>
    public bool Start(DataFile file, string[] header, FaultList faults)
    {
        if (_header is null)
        {
            if (!mentions.Check(header, file.Name, faults))
                return false;
            _header = header;
            _columns = [.. header.Select(name => new RawColumn(name, uses.Of(name)))];
        }
        else if (HeaderRules.Difference(header, _header) is { } difference)
        {
            faults.Add($"{file.Name} has another header than {_files[0].Name}: {difference}");
            return false;
        }
        _files.Add((file.Name, _lines.Count));
        return true;
    }

    public void Add(CsvRecords csv)
    {
        _lines.Add(checked((int)csv.Line));
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Add(csv[i]);
    }

    public RowLocations Locations() => new(_files, [.. _lines]);

    /// <summary>The columns one after the other; each can be collected when the next is asked for.</summary>
    public IEnumerable<RawColumn> TakeColumns()
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            _columns[i] = null!;
            yield return column;
        }
    }
}
