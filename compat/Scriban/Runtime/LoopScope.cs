using System.Collections;

namespace Scriban.Runtime;

/// <summary>A running loop: its variable and what it says about itself.</summary>
internal sealed class LoopScope(IEnumerator values) : IDisposable
{
    private bool? _hasNext;

    /// <summary>The name of the loop's variable; null before the first value.</summary>
    public string? Variable { get; private set; }

    /// <summary>The value of the loop's variable.</summary>
    public object? Value { get; private set; }

    /// <summary>How many values came before this one.</summary>
    public int Index { get; private set; } = -1;

    public bool IsFirst => Index <= 0;

    /// <summary>Whether no value follows; asking it fetches the next one.</summary>
    public bool IsLast => !(_hasNext ??= values.MoveNext());

    /// <summary>Goes to the next value.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext(string variable)
    {
        if (IsLast)
            return false;
        _hasNext = null;
        Variable = variable;
        Value = values.Current;
        Index++;
        return true;
    }

    public object Member(string name) => name switch
    {
        "index" => Math.Max(Index, 0),
        "first" => IsFirst,
        "last" => IsLast,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A loop has index, first and last."),
    };

    public void Dispose() => (values as IDisposable)?.Dispose();
}
