using System.Numerics;

namespace Scriban.Runtime;

/// <summary>Whole numbers, each in the smallest of int, long and <see cref="BigInteger"/> that holds it.</summary>
internal static class Numbers
{
    public static object Fit(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
            return (int)value;
        if (value >= long.MinValue && value <= long.MaxValue)
            return (long)value;
        return value;
    }

    public static bool IsPrimitive(Type type) => type.IsPrimitive || type == typeof(decimal) || type == typeof(BigInteger);
}
