using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Rows;

/// <summary>Walks over the rows of a table, and of another one afterwards: what was bound to it stays bound.</summary>
/// <param name="schema">The columns: features, and the label after them where there are labels.</param>
/// <param name="columnsNeeded">The columns that are read.</param>
/// <param name="labels">The labels of the rows; <see langword="null"/> for scoring.</param>
internal sealed class TableCursor(DataViewSchema schema, IEnumerable<DataViewSchema.Column> columnsNeeded, Labels? labels = null) : DataViewRowCursor
{
    private const int RowsBetweenChecks = 1024;

    private readonly HashSet<int> _active = [.. columnsNeeded.Select(column => column.Index)];
    private Column[] _columns = [];
    private CancellationToken _cancellation;
    private int _row = -1;
    private int _last = -1;
    private long _position = -1;

    /// <summary>Rows ever walked over, less 1: it never returns to a number, as mappers remember what they computed at it.</summary>
    public override long Position => _position;

    public override long Batch => 0;

    public override DataViewSchema Schema => schema;

    /// <summary>Goes on with rows of other columns.</summary>
    public void Read(Column[] columns, int start, int count, CancellationToken cancellation)
    {
        (_columns, _row, _last, _cancellation) = (columns, start - 1, start + count - 1, cancellation);
    }

    public override bool MoveNext()
    {
        if (_row >= _last)
            return false;
        _row++;
        _position++;
        if (_row % RowsBetweenChecks == 0)
            _cancellation.ThrowIfCancellationRequested();
        return true;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!_active.Contains(column.Index))
            throw new InvalidOperationException($"Column {QuotedText.Of(column.Name)} was not asked for.");
        var index = column.Index;
        Delegate getter = (column.Type.RawType, labels is not null && index == schema.Count - 1) switch
        {
            (var type, true) when type == typeof(bool) => new ValueGetter<bool>((ref bool value) => value = labels!.Codes[_row] == 1),
            (var type, true) when type == typeof(uint) => new ValueGetter<uint>((ref uint value) => value = (uint)labels!.Codes[_row] + 1),
            (_, true) => new ValueGetter<float>((ref float value) => value = (float)labels!.Numbers[_row]),
            (var type, false) when type == typeof(float) => new ValueGetter<float>((ref float value) => value = Number(index)),
            _ => new ValueGetter<ReadOnlyMemory<char>>((ref ReadOnlyMemory<char> value) => value = Category(index)),
        };
        return getter as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"Column {QuotedText.Of(column.Name)} is {column.Type}, not {typeof(TValue).Name}.");
    }

    private float Number(int index) => Single(((NumericColumn)_columns[index]).Values[_row]);

    private ReadOnlyMemory<char> Category(int index) => ((CategoricalColumn)_columns[index]).Text(_row).AsMemory();

    /// <summary>The nearest number that leaves room for products in 32 bits; NaN is left.</summary>
    private static float Single(double value) => (float)Math.Clamp(value, -MLNetEngine.GreatestNumber, MLNetEngine.GreatestNumber);
}
