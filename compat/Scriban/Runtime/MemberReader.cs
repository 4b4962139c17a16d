using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Reads members of script objects, dictionaries, lists, texts and other .NET objects by name.</summary>
internal sealed class MemberReader(TemplateContext context)
{
    private readonly Dictionary<Type, TypeMembers> _types = [];
    private readonly Dictionary<Type, DictionaryReader?> _dictionaries = [];

    /// <summary>Reads a member; null when it is missing.</summary>
    /// <exception cref="ScriptRuntimeException">It is missing and the context is strict about that.</exception>
    public object? Read(object target, string name, SourceSpan span)
    {
        if (Numbers.IsPrimitive(target.GetType()))
            return ReadPrimitive(target, name, span);
        if (TryRead(target, name, span, out var value) || context.EnableRelaxedMemberAccess)
            return value;
        throw new ScriptRuntimeException(span, $"Cannot get member with name {name}.");
    }

    private object? ReadPrimitive(object target, string name, SourceSpan span)
    {
        if (context.EnableRelaxedMemberAccess)
            return null;
        throw new ScriptRuntimeException(span, $"Cannot get or set a member on the primitive `{target}/{TypeNames.Of(target)}` when accessing member: {name}");
    }

    private bool TryRead(object target, string name, SourceSpan span, out object? value)
    {
        switch (target)
        {
            case IScriptObject members:
                return members.TryGetValue(context, span, name, out value);
            case IDictionary<string, object?> dictionary:
                return dictionary.TryGetValue(name, out value);
            case var other when DictionaryReaderOf(other.GetType()) is { } reader:
                return reader.TryRead(other, name, out value);
            case string text:
                return TryReadSize(text.Length, name, out value);
            case IList list:
                return TryReadSize(list.Count, name, out value);
            default:
                return MembersOf(target.GetType()).TryRead(target, name, out value);
        }
    }

    private static bool TryReadSize(int size, string name, out object? value)
    {
        value = name == "size" ? size : null;
        return name == "size";
    }

    private DictionaryReader? DictionaryReaderOf(Type type)
    {
        if (!_dictionaries.TryGetValue(type, out var reader))
            _dictionaries[type] = reader = DictionaryReader.For(type);
        return reader;
    }

    private TypeMembers MembersOf(Type type)
    {
        if (!_types.TryGetValue(type, out var members))
            _types[type] = members = new TypeMembers(type, context.MemberRenamer);
        return members;
    }
}
