using System.Reflection;

namespace Shared;

/// <summary>Writes down the public types of an assembly and what users see of them.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => string.Join('\n', assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => string.Concat(Members(type).Prepend(Signature.Of(type)).Select(line => line + "\n"))));

    /// <summary>The lines of a public API that was written down, each base and member behind the line of its type.</summary>
    public static IEnumerable<string> Lines(string api)
    {
        var type = string.Empty;
        foreach (var line in api.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                yield return $"{type}: {line.Trim()}";
            }
            else
            {
                type = line;
                yield return type;
            }
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsAssignableTo(typeof(Delegate)))
            return [];
        return Signature.Bases(type)
            .Concat(type.GetConstructors(Declared).Where(IsVisible).Select(Signature.Of))
            .Concat(type.GetFields(Declared).Where(field => field is { IsPublic: true, IsSpecialName: false }).Select(Signature.Of))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Signature.Of))
            .Concat(type.GetMethods(Declared).Where(IsOrdinary).Select(Signature.Of))
            .Order(StringComparer.Ordinal)
            .Select(member => "    " + member);
    }

    private static bool IsOrdinary(MethodInfo method) =>
        IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
