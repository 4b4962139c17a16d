using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Rows as they arrive, for the model's inputs.</summary>
internal sealed class RowBatch
{
    public const string UnknownColumn = "is no input of the model";
    public const string Repeated = "is given twice";

    private readonly ColumnBuffer[] _columns;

    /// <param name="inputs">What the model reads.</param>
    /// <param name="faults">Where faults are reported.</param>
    /// <param name="firstRow">The number of the first row.</param>
    public RowBatch(ModelInputs inputs, RowFaults faults, long firstRow = 0)
    {
        Inputs = inputs;
        Faults = faults;
        FirstRow = firstRow;
        _columns = new ColumnBuffer[inputs.All.Length];
        for (var i = 0; i < _columns.Length; i++)
        {
            var input = inputs.All[i];
            _columns[i] = input.IsNumeric ? new NumericBuffer(input, firstRow, faults) : new CategoricalBuffer(input, firstRow, faults);
        }
    }

    public ModelInputs Inputs { get; }

    public RowFaults Faults { get; }

    /// <summary>The number of the first row.</summary>
    public long FirstRow { get; }

    /// <summary>How many rows there may be.</summary>
    public int MaxRows { get; init; } = int.MaxValue;

    /// <summary>How many rows are complete.</summary>
    public int Rows { get; private set; }

    /// <summary>How many complete rows come before the first that has a fault.</summary>
    public int SoundRows => Faults.Total == 0 ? Rows : (int)((Faults.First[0].Row ?? FirstRow) - FirstRow);

    /// <summary>The number of the row that is being read.</summary>
    public long Row => FirstRow + Rows;

    /// <summary>The input whose value is being read; <see langword="null"/> between values.</summary>
    public ColumnBuffer? Current { get; private set; }

    /// <summary>The columns, in the signature's order.</summary>
    public ReadOnlySpan<ColumnBuffer> Columns => _columns;

    /// <summary>Goes to the value of an input.</summary>
    public ColumnBuffer Enter(int position) => Current = _columns[position];

    /// <summary>Leaves the values.</summary>
    public void Leave() => Current = null;

    /// <summary>Completes a row; a value that it lacks is missing.</summary>
    public void EndRow()
    {
        foreach (var column in _columns)
        {
            if (column.Count == Rows)
                column.AddMissing("is missing");
        }

        Rows++;
        Current = null;
    }

    /// <summary>Completes a row that is reported as a whole.</summary>
    public void EndBrokenRow(string fault)
    {
        Faults.Add(Row, null, fault);
        foreach (var column in _columns)
        {
            if (column.Count == Rows)
                column.AddNothing();
        }

        Rows++;
        Current = null;
    }

    /// <summary>Completes all rows of columns that came one after the other.</summary>
    public void EndColumns() => Rows = _columns.Length == 0 ? 0 : _columns[0].Count;

    /// <exception cref="RefusedException">There are as many rows as there may be.</exception>
    public void CheckRoom(int rows)
    {
        if (rows >= MaxRows)
        {
            throw new RefusedException(StatusCodes.Status413PayloadTooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The body has more than {MaxRows} rows: send fewer at a time, or send them as application/x-ndjson."));
        }
    }

    /// <summary>The first rows.</summary>
    public Table ToTable(int rows)
    {
        var columns = new Column[_columns.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = _columns[i].ToColumn(rows);
        return new(columns);
    }

    /// <summary>All rows.</summary>
    public Table ToTable() => ToTable(Rows);
}
