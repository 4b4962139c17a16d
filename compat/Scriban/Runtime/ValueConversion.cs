using System.Collections;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Turns values into what a function asks for.</summary>
internal sealed class ValueConversion(TemplateContext context)
{
    /// <summary>Only null and false are false.</summary>
    public static bool ToBool(object? value) => value is not (null or false);

    /// <summary>Converts a value.</summary>
    /// <param name="span">Where the value stands in the template.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">What it is converted to.</param>
    /// <exception cref="ScriptRuntimeException">It cannot be converted.</exception>
    public object? To(SourceSpan span, object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null && target != type)
            return null;
        if (value?.GetType() == target)
            return value;
        if (target == typeof(string))
            return context.ValueText.Of(value);
        if (target == typeof(bool))
            return ToBool(value);
        return value is null ? ZeroOrNull(target) : Convert(span, value, target);
    }

    private static object? ZeroOrNull(Type target) => target.IsValueType ? Activator.CreateInstance(target) : null;

    private object Convert(SourceSpan span, object value, Type target)
    {
        if (target.IsInstanceOfType(value))
            return value;
        if (target == typeof(IList) && value is IEnumerable values)
            return new ScriptArray(values);
        try
        {
            if (target.IsEnum)
                return value is string name ? Enum.Parse(target, name) : Enum.ToObject(target, value);
            if (CanChangeType(value, target))
                return ChangeType(value, target);
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw Impossible(span, value, target, error);
        }
        throw Impossible(span, value, target, null);
    }

    /// <summary>Text becomes a number only where an int is asked for.</summary>
    private static bool CanChangeType(object value, Type target) =>
        target == typeof(int) || (Numbers.IsPrimitive(target) && Numbers.IsPrimitive(value.GetType()));

    private object ChangeType(object value, Type target) => (value, target) switch
    {
        (BigInteger big, _) when target == typeof(int) => (int)big,
        (BigInteger big, _) when target == typeof(long) => (long)big,
        (BigInteger big, _) when target == typeof(double) => (double)big,
        (BigInteger big, _) when target == typeof(float) => (float)big,
        (int or uint or long or bool, _) when target == typeof(BigInteger) => new BigInteger(System.Convert.ToInt64(value, context.CurrentCulture)),
        (float or double, _) when target == typeof(BigInteger) => new BigInteger(System.Convert.ToDouble(value, context.CurrentCulture)),
        _ => System.Convert.ChangeType(value, target, context.CurrentCulture),
    };

    private static ScriptRuntimeException Impossible(SourceSpan span, object value, Type target, Exception? cause) =>
        new(span, target == typeof(int)
            ? $"Unable to convert type `{TypeNames.Of(value)}` to int"
            : $"Unable to convert type `{TypeNames.Of(value)}` to `{TypeNames.Of(target)}`", cause);
}
