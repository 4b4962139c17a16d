using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>
/// Goes through both files side by side while their keys match. From the first rows that do not, what is left of both goes to the partitions.
/// Keys that ascend cannot be there twice; from the first that does not ascend, every key goes to the partitions too, where repetitions are found.
/// </summary>
internal sealed class LockStep(
    PredictionFile old, PredictionFile @new, ColumnLayout layout, DiffRecorder recorder, RowPartitions partitions, IProgress<string> progress)
{
    private readonly AscendingKeys _ascending = new(layout.Key.Count);
    private readonly Row _old = layout.NewRow();
    private readonly Row _new = layout.NewRow();
    private bool _isAscending = true;
    private long _rows;

    /// <summary>How many rows from the start on have keys that ascend.</summary>
    public long Ascending => _ascending.Count;

    /// <summary>Whether the keys of those rows must go to the partitions as well: a later one may repeat one of them.</summary>
    public bool MayRepeat { get; private set; }

    /// <summary>Reads both files to their end.</summary>
    /// <exception cref="DataException">A file is no UTF-8 text, or a record is too long.</exception>
    public void Run()
    {
        var sameLines = new SameLines(old, @new, layout.Old);
        Action<Row> note = NoteIdentical;
        while (true)
        {
            if (layout.IsSame)
                sameLines.Pass(_old, note);
            var hasOld = old.Next();
            if (hasOld && layout.IsSame && @new.NextIfSame(old))
            {
                old.ReadKey(_old, layout.Old);
                NoteIdentical(_old);
                continue;
            }

            var hasNew = @new.Next();
            if (hasOld)
                old.Read(_old, layout.Old);
            if (hasNew)
                @new.Read(_new, layout.New);
            if (!hasOld || !hasNew || !_old.StartsLike(_new, layout.Key.Count))
            {
                PartRest(hasOld, hasNew);
                return;
            }

            recorder.AddPair(_old, _new);
            Note(_old);
        }
    }

    private void NoteIdentical(Row row)
    {
        recorder.AddIdentical();
        Note(row);
    }

    private void Note(Row row)
    {
        Count();
        _isAscending = _isAscending && _ascending.IsNext(row);
        if (_isAscending)
        {
            _ascending.Remember(row);
            return;
        }

        MayRepeat = true;
        partitions.Add(RowSide.Both, row);
    }

    private void PartRest(bool hasOld, bool hasNew)
    {
        for (; hasOld; hasOld = old.Next())
        {
            old.Read(_old, layout.Old);
            Part(RowSide.Old, _old);
        }

        for (; hasNew; hasNew = @new.Next())
        {
            @new.Read(_new, layout.New);
            Part(RowSide.New, _new);
        }
    }

    private void Part(RowSide side, Row row)
    {
        Count();
        MayRepeat |= !_ascending.IsNext(row);
        partitions.Add(side, row);
    }

    private void Count()
    {
        if (++_rows % (1 << 20) == 0)
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{_rows:N0} rows read"));
    }
}
