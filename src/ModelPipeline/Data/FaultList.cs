using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>Collects faults in constant memory: the first <see cref="Limit"/> are kept, the others counted.</summary>
internal sealed class FaultList
{
    public const int Limit = 20;

    private readonly List<Func<string>> _first = [];
    private long _count;

    public bool Any => _count > 0;

    public long Count => _count;

    public void Add(string fault) => Add(() => fault);

    /// <summary>Adds a fault that grows: its text is asked for at the end.</summary>
    public void Add(Func<string> fault)
    {
        if (_first.Count < Limit)
            _first.Add(fault);
        _count++;
    }

    /// <summary>Adds the faults of another list, after these.</summary>
    public void Add(FaultList others)
    {
        _first.AddRange(others._first.Take(Limit - _first.Count));
        _count += others._count;
    }

    /// <exception cref="DataException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (!Any)
            return;
        var more = _count - _first.Count;
        string[] first = [.. _first.Select(fault => fault())];
        throw new DataException(more == 0 ? first : [.. first, string.Create(CultureInfo.InvariantCulture, $"and {more} more")]);
    }
}
