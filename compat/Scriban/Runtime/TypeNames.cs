using System.Collections;
using System.Numerics;

namespace Scriban.Runtime;

/// <summary>What messages call the type of a value.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(BigInteger)] = "bigint",
        [typeof(string)] = "string",
    };

    public static string Of(object? value) => value is null ? "null" : Of(value.GetType());

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsEnum)
            return "enum";
        if (typeof(IList).IsAssignableFrom(type))
            return "array";
        if (typeof(IScriptObject).IsAssignableFrom(type))
            return "object";
        if (typeof(Function).IsAssignableFrom(type))
            return "function";
        if (!type.IsGenericType)
            return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
