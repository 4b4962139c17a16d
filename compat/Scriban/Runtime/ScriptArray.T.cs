using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Scriban.Runtime;

/// <summary>A list of values that templates iterate.</summary>
/// <typeparam name="T">What the values are.</typeparam>
public class ScriptArray<T> : IList<T>, IList
{
    private readonly List<T> _values;

    /// <summary>Creates an empty list.</summary>
    public ScriptArray() => _values = [];

    /// <summary>Creates an empty list with room for some values.</summary>
    /// <param name="capacity">How many values it has room for at first.</param>
    public ScriptArray(int capacity) => _values = new List<T>(capacity);

    /// <summary>Copies values.</summary>
    public ScriptArray(IEnumerable<T> values) => _values = [.. values];

    /// <summary>Copies values.</summary>
    /// <exception cref="InvalidCastException">A value is of another type.</exception>
    public ScriptArray(IEnumerable values) => _values = [.. values.Cast<T>()];

    /// <summary>Number of values.</summary>
    public int Count => _values.Count;

    bool ICollection<T>.IsReadOnly => false;

    bool IList.IsReadOnly => false;

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>The value at a zero-based index.</summary>
    public virtual T this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = (T)value!;
    }

    /// <summary>Appends a value.</summary>
    public virtual void Add([AllowNull] T item) => _values.Add(item!);

    /// <summary>Appends values.</summary>
    public void AddRange(IEnumerable<T> items) => _values.AddRange(items);

    /// <summary>Removes all values.</summary>
    public virtual void Clear() => _values.Clear();

    /// <summary>Whether a value is among them.</summary>
    public virtual bool Contains(T item) => _values.Contains(item);

    /// <summary>Whether the list itself, not one of its values, has a member of that name; in the stand-in it has none.</summary>
    public virtual bool Contains(string member) => false;

    /// <summary>Copies the values into an array, from an index of it on.</summary>
    public virtual void CopyTo(T[] array, int arrayIndex) => _values.CopyTo(array, arrayIndex);

    /// <summary>The zero-based index of a value; -1 when it is not there.</summary>
    public virtual int IndexOf(T item) => _values.IndexOf(item);

    /// <summary>Inserts a value at a zero-based index.</summary>
    public virtual void Insert(int index, [AllowNull] T item) => _values.Insert(index, item!);

    /// <summary>Removes a value.</summary>
    /// <returns>Whether it was there.</returns>
    public virtual bool Remove(T item) => _values.Remove(item);

    /// <summary>Removes a member of the list itself, not one of its values; in the stand-in it has none.</summary>
    /// <returns>Whether there was one.</returns>
    public virtual bool Remove(string member) => false;

    /// <summary>Removes the value at a zero-based index.</summary>
    public virtual void RemoveAt(int index) => _values.RemoveAt(index);

    /// <summary>The values, in order.</summary>
    public List<T>.Enumerator GetEnumerator() => _values.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    int IList.Add(object? value) => ((IList)_values).Add(value);

    bool IList.Contains(object? value) => ((IList)_values).Contains(value);

    int IList.IndexOf(object? value) => ((IList)_values).IndexOf(value);

    void IList.Insert(int index, object? value) => ((IList)_values).Insert(index, value);

    void IList.Remove(object? value) => ((IList)_values).Remove(value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_values).CopyTo(array, index);
}
