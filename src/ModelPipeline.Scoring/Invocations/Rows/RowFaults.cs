using System.Globalization;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>What is wrong with the rows of a request: the first of it, and how much there is.</summary>
internal sealed class RowFaults
{
    /// <summary>How many faults are kept.</summary>
    public const int Most = 100;

    private readonly List<RowFault> _first = [];

    /// <summary>How many there are.</summary>
    public int Total { get; private set; }

    /// <summary>The first of them, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<RowFault> First => _first;

    /// <summary>Adds one.</summary>
    /// <param name="row">The row, from 0; <see langword="null"/> for all.</param>
    /// <param name="column">The column; <see langword="null"/> for the row as a whole.</param>
    /// <param name="message">What is wrong.</param>
    public void Add(long? row, string? column, string message)
    {
        Total++;
        if (_first.Count < Most)
            _first.Add(new(row, column, message));
    }

    /// <summary>Adds one that quotes the value.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value that was sent, as UTF-8.</param>
    /// <param name="message">What is wrong with it.</param>
    public void Add(long row, string column, ReadOnlySpan<byte> value, string message) =>
        Add(row, column, _first.Count < Most ? $"is {Utf8Text.Quoted(value)}, {message}" : "");

    /// <summary>Adds a column that the model does not read.</summary>
    /// <param name="row">The row, from 0; <see langword="null"/> for all.</param>
    /// <param name="name">The column's name, as UTF-8.</param>
    public void AddUnknown(long? row, ReadOnlySpan<byte> name) =>
        Add(row, _first.Count < Most ? Utf8Text.Escaped(name) : "", RowBatch.UnknownColumn);

    /// <summary>Puts an earlier fault in the place of all.</summary>
    public void Replace(RowFault earlier)
    {
        _first.Clear();
        _first.Add(earlier);
        Total = 1;
    }

    /// <exception cref="RefusedException">There is one.</exception>
    public void ThrowIfAny()
    {
        if (Total > 0)
            throw Refusal();
    }

    /// <summary>The refusal that names them.</summary>
    public RefusedException Refusal() => new(StatusCodes.Status400BadRequest, Summary, this);

    private string Summary => string.Create(CultureInfo.InvariantCulture, $"The rows have {Total} {(Total == 1 ? "fault" : "faults")}")
        + (Total > Most ? string.Create(CultureInfo.InvariantCulture, $"; 'errors' names the first {Most}.") : "; 'errors' names them.");
}
