using System.Collections;

namespace Scriban.Runtime;

/// <summary>Reads entries of dictionaries by name; a missing one is the default of the values' type, such as null or 0.</summary>
internal abstract class DictionaryReader
{
    public abstract bool TryRead(object target, string name, out object? value);

    /// <summary>The reader for a type of dictionary; null when it is none.</summary>
    /// <exception cref="NotSupportedException">The keys are no strings.</exception>
    public static DictionaryReader? For(Type type)
    {
        var generic = type.GetInterfaces().FirstOrDefault(IsDictionary);
        if (generic is null)
            return typeof(IDictionary).IsAssignableFrom(type) ? new Untyped() : null;
        var (key, value) = (generic.GenericTypeArguments[0], generic.GenericTypeArguments[1]);
        if (key != typeof(string))
            throw new NotSupportedException($"A dictionary with keys of type `{TypeNames.Of(key)}` is not supported by this stand-in of Scriban: use strings as keys.");
        return (DictionaryReader)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(value))!;
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>);

    private sealed class Untyped : DictionaryReader
    {
        public override bool TryRead(object target, string name, out object? value)
        {
            var dictionary = (IDictionary)target;
            var found = dictionary.Contains(name);
            value = found ? dictionary[name] : null;
            return found;
        }
    }

    private sealed class Typed<T> : DictionaryReader
    {
        public override bool TryRead(object target, string name, out object? value)
        {
            var found = ((IDictionary<string, T>)target).TryGetValue(name, out var typed);
            value = typed;
            return found;
        }
    }
}
