using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Ways to fill and read script objects.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Reads a member.</summary>
    /// <param name="this">The object.</param>
    /// <param name="key">The member's name.</param>
    /// <param name="value">Its value, or null.</param>
    /// <returns>Whether there is such a member.</returns>
    public static bool TryGetValue(this IScriptObject @this, string key, out object? value)
    {
        ArgumentNullException.ThrowIfNull(@this);
        return @this.TryGetValue(new TemplateContext(), default, key, out value);
    }

    /// <summary>
    /// Copies the members of an object: the entries of a script object or dictionary under their own names, the public
    /// properties and fields of any other instance under renamed ones. The stand-in does not import a type's static members.
    /// </summary>
    /// <param name="script">Where they are copied to.</param>
    /// <param name="obj">The object; null copies nothing.</param>
    /// <param name="filter">Which properties and fields are copied; null for all.</param>
    /// <param name="renamer">How they are renamed; null for <see cref="StandardMemberRenamer"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The object is a string, a number, a list, a type or alike.</exception>
    public static void Import(this IScriptObject script, object? obj, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        var context = new TemplateContext();
        foreach (var (name, value) in MembersOf(obj, filter, renamer ?? StandardMemberRenamer.Default, context))
            script.TrySetValue(context, default, name, value, readOnly: false);
    }

    /// <summary>
    /// Adds a function. Its first parameters may be a <see cref="TemplateContext"/>, and then a <see cref="SourceSpan"/>,
    /// which are filled in; optional parameters and a last parameter array work as in C#.
    /// </summary>
    /// <param name="script">Where it is added.</param>
    /// <param name="member">The name under which templates call it; templates cannot overwrite it.</param>
    /// <param name="function">The function.</param>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(function);
        script.TrySetValue(new TemplateContext(), default, member, new DelegateFunction(function), readOnly: true);
    }

    private static IEnumerable<KeyValuePair<string, object?>> MembersOf(
        object? source, MemberFilterDelegate? filter, MemberRenamerDelegate renamer, TemplateContext context) => source switch
        {
            null => [],
            IScriptObject other => other.GetMembers().Select(name =>
                KeyValuePair.Create(name, other.TryGetValue(context, default, name, out var value) ? value : null)),
            IDictionary dictionary => EntriesOf(dictionary),
            string or IEnumerable or Type or Delegate => throw NotImportable(source),
            _ when source.GetType().IsPrimitive || source is decimal || source is Enum => throw NotImportable(source),
            _ => new TypeMembers(source.GetType(), renamer, filter).ValuesOf(source),
        };

    private static IEnumerable<KeyValuePair<string, object?>> EntriesOf(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return KeyValuePair.Create(entry.Key.ToString() ?? "", entry.Value);
    }

    private static ArgumentOutOfRangeException NotImportable(object source) =>
        new(nameof(source), $"Unsupported object type `{source.GetType()}`. Expecting plain class or struct");
}
