using System.Reflection;

namespace Cake.Frosting.Tests.Support;

/// <summary>Writes down the public types of an assembly and what users see of them.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => string.Join('\n', assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => string.Concat(Members(type).Prepend(Signature.Of(type)).Select(line => line + "\n"))));

    private static IEnumerable<string> Members(Type type) => type.GetConstructors(Declared).Where(IsVisible).Select(Signature.Of)
        .Concat(type.GetProperties(Declared).Where(property => IsVisible(property.GetMethod!)).Select(Signature.Of))
        .Concat(type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName).Select(Signature.Of))
        .Order(StringComparer.Ordinal)
        .Select(member => "    " + member);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
