using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A dictionary of names and values whose members templates read and write; names are case-sensitive.</summary>
public partial class ScriptObject : IDictionary<string, object?>, IScriptObject, IFormattable
{
    private readonly Dictionary<string, Member> _members;

    /// <summary>Creates an empty object.</summary>
    public ScriptObject()
        : this(0)
    {
    }

    /// <summary>Creates an empty object with room for some members.</summary>
    /// <param name="capacity">How many members it has room for at first.</param>
    public ScriptObject(int capacity) => _members = new Dictionary<string, Member>(capacity);

    /// <inheritdoc cref="IScriptObject.Count"/>
    public int Count => _members.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly"/>
    public virtual bool IsReadOnly { get; set; }

    /// <summary>Adds a member.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Add(string key, object? value) => _members.Add(key, new Member(value, false));

    /// <summary>Writes a member, even one that is read-only.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="readOnly">Whether it is read-only from then on.</param>
    public void SetValue(string member, object? value, bool readOnly) => _members[member] = new Member(value, readOnly);

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => _members.Keys;

    /// <inheritdoc/>
    public virtual bool Contains(string member) => _members.ContainsKey(member);

    /// <inheritdoc/>
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        var found = _members.TryGetValue(member, out var existing);
        value = existing.Value;
        return found;
    }

    /// <inheritdoc/>
    public virtual bool CanWrite(string member) => !(_members.TryGetValue(member, out var existing) && existing.IsReadOnly);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The object is read-only.</exception>
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
            return false;
        RefuseIfReadOnly();
        SetValue(member, value, readOnly);
        return true;
    }

    /// <inheritdoc cref="IScriptObject.Remove"/>
    /// <exception cref="InvalidOperationException">The object is read-only.</exception>
    public virtual bool Remove(string member)
    {
        RefuseIfReadOnly();
        return _members.Remove(member);
    }

    /// <inheritdoc/>
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        if (_members.TryGetValue(member, out var existing))
            _members[member] = existing with { IsReadOnly = readOnly };
    }

    /// <inheritdoc/>
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptObject(Count) { IsReadOnly = IsReadOnly };
        foreach (var (name, member) in _members)
        {
            var value = deep && member.Value is IScriptObject inner ? inner.Clone(deep) : member.Value;
            copy._members[name] = member with { Value = value };
        }
        return copy;
    }

    private void RefuseIfReadOnly()
    {
        if (IsReadOnly)
            throw new InvalidOperationException("The object is readonly");
    }

    private readonly record struct Member(object? Value, bool IsReadOnly);
}
