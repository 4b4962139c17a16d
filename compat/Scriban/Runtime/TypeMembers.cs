using System.Reflection;

namespace Scriban.Runtime;

/// <summary>The public properties and fields of a .NET type under the names that templates see.</summary>
internal sealed class TypeMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, Func<object, object?>> _readers = [];

    public TypeMembers(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate? filter = null)
    {
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var member in MembersOf(declaring).Where(member => filter?.Invoke(member.Info) ?? true))
            {
                var name = renamer(member.Info);
                _readers.TryAdd(string.IsNullOrEmpty(name) ? member.Info.Name : name, member.Read);
            }
        }
    }

    public bool TryRead(object target, string name, out object? value)
    {
        var found = _readers.TryGetValue(name, out var read);
        value = read?.Invoke(target);
        return found;
    }

    public IEnumerable<KeyValuePair<string, object?>> ValuesOf(object target) =>
        _readers.Select(reader => KeyValuePair.Create(reader.Key, reader.Value(target)));

    private static IEnumerable<(MemberInfo Info, Func<object, object?> Read)> MembersOf(Type declaring)
    {
        foreach (var field in declaring.GetFields(Declared))
            yield return (field, field.GetValue);
        foreach (var property in declaring.GetProperties(Declared))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                yield return (property, target => property.GetValue(target));
        }
    }
}
