using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>Collects faults in constant memory: the first <see cref="Limit"/> are kept, the others counted.</summary>
internal sealed class FaultList
{
    public const int Limit = 20;

    private readonly List<string> _first = [];
    private long _count;

    public bool Any => _count > 0;

    public long Count => _count;

    public void Add(string fault)
    {
        if (_first.Count < Limit)
            _first.Add(fault);
        _count++;
    }

    /// <exception cref="DataException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (!Any)
            return;
        var more = _count - _first.Count;
        throw new DataException(more == 0 ? _first : [.. _first, string.Create(CultureInfo.InvariantCulture, $"and {more} more")]);
    }
}
