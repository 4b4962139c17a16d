namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Counts how rows differ, and writes those that changed.</summary>
internal sealed class DiffRecorder
{
    private readonly ColumnLayout _layout;
    private readonly PredictionDiffOptions _options;
    private readonly DifferentialFile _file;
    private readonly ColumnTally[] _columns;
    private readonly KeyCollector _onlyInOld;
    private readonly KeyCollector _onlyInNew;
    private readonly KeyCollector _duplicatesInOld;
    private readonly KeyCollector _duplicatesInNew;
    private long _compared;
    private long _identical;
    private long _changed;

    public DiffRecorder(ColumnLayout layout, PredictionDiffOptions options, DifferentialFile file)
    {
        _layout = layout;
        _options = options;
        _file = file;
        _columns = [.. layout.Compared.Select(name => new ColumnTally(name, options.Tolerance, options.Relative))];
        (_onlyInOld, _onlyInNew) = (new(layout.Key.Count), new(layout.Key.Count));
        (_duplicatesInOld, _duplicatesInNew) = (new(layout.Key.Count), new(layout.Key.Count));
    }

    /// <summary>Counts a pair that is known to be the same.</summary>
    public void AddIdentical()
    {
        _compared++;
        _identical++;
    }

    /// <summary>Compares the two rows of one key.</summary>
    public void AddPair(Row old, Row @new)
    {
        var (isIdentical, isChanged) = (true, false);
        for (var column = 0; column < _columns.Length; column++)
        {
            var before = old[_layout.Key.Count + column];
            var after = @new[_layout.Key.Count + column];
            if (before.SequenceEqual(after))
                continue;
            isIdentical = false;
            isChanged |= _columns[column].Add(before, after);
        }

        _compared++;
        if (isIdentical)
            _identical++;
        if (!isChanged)
            return;
        _changed++;
        _file.Write(RowChange.Changed, old, @new);
    }

    public void AddOnlyInOld(Row row)
    {
        _onlyInOld.Add(row);
        _file.Write(RowChange.OnlyInOld, row, null);
    }

    public void AddOnlyInNew(Row row)
    {
        _onlyInNew.Add(row);
        _file.Write(RowChange.OnlyInNew, null, row);
    }

    public void AddDuplicateInOld(Row row) => _duplicatesInOld.Add(row);

    public void AddDuplicateInNew(Row row) => _duplicatesInNew.Add(row);

    public PredictionDiffResult Result() => new()
    {
        Compared = _compared,
        Identical = _identical,
        Changed = _changed,
        Columns = [.. _columns.Select(column => column.Of(_compared))],
        ColumnsOnlyInOld = _layout.OnlyInOld,
        ColumnsOnlyInNew = _layout.OnlyInNew,
        OnlyInOld = _onlyInOld.Sample,
        OnlyInNew = _onlyInNew.Sample,
        DuplicatesInOld = _duplicatesInOld.Sample,
        DuplicatesInNew = _duplicatesInNew.Sample,
        MaxChanged = _options.MaxChanged,
    };
}
