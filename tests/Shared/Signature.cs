using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Shared;

/// <summary>Writes types and members as C# declares them.</summary>
internal static class Signature
{
    public static string Of(Type type)
    {
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } attribute
            ? $"[{attribute.ValidOn}, multiple: {attribute.AllowMultiple}, inherited: {attribute.Inherited}] "
            : string.Empty;
        var invoke = type.IsAssignableTo(typeof(Delegate)) ? type.GetMethod("Invoke") : null;
        return invoke is null
            ? $"{usage}{Kind(type)} {TypeName.Of(type)}{Constraints(type.GetGenericArguments())}"
            : $"delegate {TypeName.Of(invoke.ReturnParameter)} {TypeName.Of(type)}({Parameters(invoke)})";
    }

    /// <summary>What a type derives from or implements, one a line.</summary>
    public static IEnumerable<string> Bases(Type type)
    {
        if (type.IsValueType)
            return [];
        var implied = type.GetInterfaces().SelectMany(part => part.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var bases = type.GetInterfaces().Where(part => part.IsVisible).Except(implied);
        if (type.BaseType is { } parent && parent != typeof(object))
            bases = bases.Append(parent);
        return bases.Select(part => ": " + TypeName.Of(part));
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)} ctor({Parameters(constructor)})";

    public static string Of(FieldInfo field)
    {
        var value = field.IsLiteral ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}" : string.Empty;
        return $"public {(field.IsStatic ? "static " : string.Empty)}{TypeName.Of(field)} {field.Name}{value}";
    }

    public static string Of(PropertyInfo property)
    {
        var index = property.GetIndexParameters() is [_, ..] ? $"[{Parameters(property.GetMethod ?? property.SetMethod!)}]" : string.Empty;
        var get = IsVisible(property.GetMethod) ? "get; " : string.Empty;
        var set = IsVisible(property.SetMethod) ? "set; " : string.Empty;
        return $"{Access(property.GetMethod ?? property.SetMethod!)} {TypeName.Of(property)} {property.Name}{index} {{ {get}{set}}}";
    }

    public static string Of(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var typeParameters = generics.Length > 0 ? $"<{string.Join(", ", generics.Select(TypeName.Of))}>" : string.Empty;
        return $"{Access(method)} {TypeName.Of(method.ReturnParameter)} {method.Name}{typeParameters}({Parameters(method)}){Constraints(generics)}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
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

    private static bool IsVisible(MethodInfo? accessor) => accessor is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Parameters(MethodBase method)
    {
        var receiver = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty;
        return receiver + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty;
        return $"{many}{TypeName.Of(parameter)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            return string.Empty;
        var value = Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture);
        return " = " + (string.IsNullOrEmpty(value) ? "default" : value);
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
            yield return TypeName.Of(constraint);
        if (generic.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
    }
}
