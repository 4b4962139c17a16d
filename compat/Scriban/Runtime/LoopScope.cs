using System.Collections;

namespace Scriban.Runtime;

/// <summary>A running loop.</summary>
/// <param name="variable">The name of the loop's variable.</param>
/// <param name="values">What the loop runs over.</param>
internal sealed class LoopScope(string variable, IEnumerator values) : IDisposable
{
    public string Variable => variable;

    /// <summary>The value of the loop's variable.</summary>
    public object? Value { get; private set; }

    /// <summary>Goes to the next value.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (!values.MoveNext())
            return false;
        Value = values.Current;
        return true;
    }

    public void Dispose() => (values as IDisposable)?.Dispose();
}
