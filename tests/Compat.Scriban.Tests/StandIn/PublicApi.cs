using System.Reflection;

namespace Compat.Scriban.Tests.StandIn;

/// <summary>The public types and members of an assembly, one a line.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines);

    private static IEnumerable<string> Lines(Type type) =>
        type.GetMembers(Declared).Where(IsPublic).Select(member => $"  {Text(member)}").Order(StringComparer.Ordinal).Prepend(Header(type));

    private static bool IsPublic(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !IsAccessor(method) && !member.Name.Contains('<', StringComparison.Ordinal),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsPublic || accessor.IsFamily),
        _ => false,
    };

    private static bool IsAccessor(MethodBase method) =>
        method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));

    private static string Header(Type type)
    {
        var bases = type.GetInterfaces().Where(candidate => candidate.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object))
            bases.Insert(0, Name(parent));
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : "class";
        return $"{kind} {type.Namespace}.{Name(type)}{(bases.Count > 0 ? " : " : "")}{string.Join(", ", bases)}";
    }

    private static string Text(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)}new({Parameters(constructor.GetParameters())})",
        MethodInfo method => $"{Access(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method.GetParameters())})",
        PropertyInfo property => $"{Access(property.GetAccessors(nonPublic: true)[0])}{Name(property.PropertyType)} {property.Name}{Index(property)} {{ {Accessors(property)} }}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        _ => member.ToString() ?? "",
    };

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "";

    private static string Accessors(PropertyInfo property) =>
        string.Join(" ", property.GetAccessors(nonPublic: true).Where(accessor => accessor.IsPublic || accessor.IsFamily).Select(accessor =>
            accessor == property.GetMethod ? "get;" : IsInit(accessor) ? "init;" : "set;"));

    private static bool IsInit(MethodInfo accessor) =>
        accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Parameters(ParameterInfo[] parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        var name = type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
