using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Scriban.Runtime;

/// <content>The object as a dictionary.</content>
public partial class ScriptObject
{
    /// <summary>The names of the members.</summary>
    public ICollection<string> Keys => _members.Keys;

    /// <summary>A copy of the values of the members.</summary>
    public ICollection<object?> Values => [.. _members.Values.Select(member => member.Value)];

    /// <summary>A member's value; reading a missing one gives null, writing one that is read-only does nothing.</summary>
    /// <exception cref="InvalidOperationException">The object is read-only and is written.</exception>
    public virtual object? this[string key]
    {
        get => _members.TryGetValue(key, out var member) ? member.Value : null;
        set
        {
            RefuseIfReadOnly();
            if (CanWrite(key))
                SetValue(key, value, readOnly: false);
        }
    }

    /// <summary>Removes all members.</summary>
    public void Clear() => _members.Clear();

    /// <summary>Whether there is a member of that name.</summary>
    public bool ContainsKey(string key) => Contains(key);

    /// <summary>The members, in the order they were added.</summary>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var (name, member) in _members)
            yield return KeyValuePair.Create(name, member.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool IDictionary<string, object?>.TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = this[key];
        return ContainsKey(key);
    }

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        ContainsKey(item.Key) && Equals(this[item.Key], item.Value);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        this.ToArray().CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)this).Contains(item) && Remove(item.Key);
}
