using System.Reflection;

namespace Shared;

/// <summary>Writes the name of a type, with a question mark where it may be null.</summary>
internal static class TypeName
{
    public static string Of(ParameterInfo parameter) => parameter.ParameterType.IsByRef
        ? $"{(parameter.IsOut ? "out" : "ref")} {Of(parameter.ParameterType.GetElementType()!)}"
        : Of(new NullabilityInfoContext().Create(parameter));

    public static string Of(FieldInfo field) => Of(new NullabilityInfoContext().Create(field));

    public static string Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    public static string Of(Type type) => Of(type, type.GetGenericArguments().Select(Of));

    private static string Of(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } underlying)
            return Of(underlying) + "?";
        var name = info.ElementType is { } element ? Of(element) + "[]" : Of(info.Type, info.GenericTypeArguments.Select(Of));
        var state = info.ReadState == NullabilityState.Unknown ? info.WriteState : info.ReadState;
        return state == NullabilityState.Nullable && info.Type is { IsValueType: false, IsGenericParameter: false } ? name + "?" : name;
    }

    private static string Of(Type type, IEnumerable<string> arguments)
    {
        if (type == typeof(void))
            return "void";
        var outer = type.DeclaringType is { } declaring && !type.IsGenericParameter ? Of(declaring, []) + "." : Namespace(type);
        return type.IsGenericType && type.Name.Contains('`')
            ? $"{outer}{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", arguments)}>"
            : outer + type.Name;
    }

    private static string Namespace(Type type) => type.IsGenericParameter || type.Namespace is null or "System" ? string.Empty : type.Namespace + ".";
}
