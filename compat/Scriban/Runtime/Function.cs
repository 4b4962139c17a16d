using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Something that a template can call.</summary>
internal abstract class Function
{
    /// <summary>How many arguments a call needs.</summary>
    public abstract int RequiredCount { get; }

    /// <summary>How many arguments a call may have; null for any number.</summary>
    public abstract int? MaximumCount { get; }

    /// <summary>What an argument is converted to.</summary>
    /// <param name="index">Zero-based index of the argument.</param>
    public abstract Type ParameterType(int index);

    /// <summary>The zero-based index of a parameter; -1 when there is none of that name.</summary>
    public abstract int IndexOf(string? parameter);

    /// <summary>Calls it.</summary>
    /// <param name="interpreter">The rendering that calls it.</param>
    /// <param name="span">Where the template calls it.</param>
    /// <param name="text">The call as messages show it.</param>
    /// <param name="arguments">Its arguments, converted.</param>
    public abstract object? Invoke(Interpreter interpreter, SourceSpan span, string text, IReadOnlyList<object?> arguments);
}
