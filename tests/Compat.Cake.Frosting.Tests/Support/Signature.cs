using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cake.Frosting.Tests.Support;

/// <summary>Writes types and members as C# declares them.</summary>
internal static class Signature
{
    public static string Of(Type type)
    {
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } attribute
            ? $"[{attribute.ValidOn}, multiple: {attribute.AllowMultiple}, inherited: {attribute.Inherited}] "
            : string.Empty;
        return $"{usage}{Kind(type)} {Name(type)}{Bases(type)}{Constraints(type.GetGenericArguments())}";
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)} ctor({Parameters(constructor)})";

    public static string Of(PropertyInfo property) =>
        $"{Access(property.GetMethod!)} {Name(property.PropertyType)} {property.Name} {{ get; {(property.CanWrite ? "set; " : string.Empty)}}}";

    public static string Of(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var typeParameters = generics.Length > 0 ? $"<{string.Join(", ", generics.Select(Name))}>" : string.Empty;
        return $"{Access(method)} {Name(method.ReturnType)} {method.Name}{typeParameters}({Parameters(method)}){Constraints(generics)}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "public" : "protected";
        return method switch
        {
            { IsStatic: true } => access + " static",
            { IsAbstract: true } => access + " abstract",
            { IsVirtual: true, IsFinal: false } => access + " virtual",
            _ => access,
        };
    }

    private static string Bases(Type type)
    {
        var implied = type.GetInterfaces().SelectMany(part => part.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var bases = type.GetInterfaces().Except(implied);
        if (type.BaseType is { } parent && parent != typeof(object))
            bases = bases.Append(parent);
        var names = string.Join(", ", bases.Select(Name).Order(StringComparer.Ordinal));
        return names.Length > 0 ? " : " + names : names;
    }

    private static string Parameters(MethodBase method)
    {
        var receiver = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty;
        return receiver + string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));
    }

    private static string Constraints(IEnumerable<Type> generics) => string.Concat(generics
        .Where(generic => generic.IsGenericParameter)
        .Select(generic => (generic.Name, Parts: string.Join(", ", Constraints(generic))))
        .Where(constraint => constraint.Parts.Length > 0)
        .Select(constraint => $" where {constraint.Name} : {constraint.Parts}"));

    private static IEnumerable<string> Constraints(Type generic)
    {
        if (generic.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        foreach (var constraint in generic.GetGenericParameterConstraints())
            yield return Name(constraint);
        if (generic.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
    }

    private static string Name(Type type)
    {
        if (type == typeof(void))
            return "void";
        var full = type.IsGenericParameter || type.Namespace == "System" ? type.Name : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType
            ? $"{full[..full.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : full;
    }
}
