using System.Globalization;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Which inputs the columns of a header are.</summary>
internal sealed class ColumnMap(RowBatch batch)
{
    /// <summary>How many columns there may be beside the model's inputs.</summary>
    private const int MostOthers = 1000;

    private readonly List<int> _positions = new(batch.Inputs.All.Length);
    private readonly bool[] _given = new bool[batch.Inputs.All.Length];

    /// <summary>How many columns there are.</summary>
    public int Count => _positions.Count;

    /// <summary>The position of the input that a column is, or <see cref="Utf8Index.None"/> where it is passed over.</summary>
    public int this[int column] => _positions[column];

    /// <summary>Adds the next column. One that the model does not read, and one that comes twice, is reported.</summary>
    /// <exception cref="RefusedException">There are far more columns than inputs.</exception>
    /// <returns>The position of the input, or <see cref="Utf8Index.None"/>.</returns>
    public int Add(ReadOnlySpan<byte> name)
    {
        if (Count == _given.Length + MostOthers)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"The rows have more than {Count} columns: send the {_given.Length} inputs of the model only."));
        var position = batch.Inputs.Find(name, Count);
        if (position == Utf8Index.None)
        {
            if (!batch.Inputs.IgnoresOthers)
                batch.Faults.AddUnknown(null, name);
        }
        else if (_given[position])
        {
            batch.Faults.Add(null, batch.Inputs.All[position].Name, RowBatch.Repeated);
            position = Utf8Index.None;
        }
        else
        {
            _given[position] = true;
        }

        _positions.Add(position);
        return position;
    }

    /// <summary>Ends the header. Inputs that are not there are reported.</summary>
    /// <exception cref="RefusedException">The header has a fault.</exception>
    public void End()
    {
        for (var i = 0; i < _given.Length; i++)
        {
            if (!_given[i])
                batch.Faults.Add(null, batch.Inputs.All[i].Name, "is missing");
        }

        batch.Faults.ThrowIfAny();
    }
}
