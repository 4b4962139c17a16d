using System.Collections;

namespace Scriban.Runtime;

/// <summary>A list of values of any kind that templates iterate.</summary>
public class ScriptArray : ScriptArray<object?>
{
    /// <summary>Creates an empty list.</summary>
    public ScriptArray()
    {
    }

    /// <summary>Creates an empty list with room for some values.</summary>
    /// <param name="capacity">How many values it has room for at first.</param>
    public ScriptArray(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Copies values.</summary>
    public ScriptArray(IEnumerable<object?> values)
        : base(values)
    {
    }

    /// <summary>Copies values.</summary>
    public ScriptArray(IEnumerable values)
        : base(values)
    {
    }
}
