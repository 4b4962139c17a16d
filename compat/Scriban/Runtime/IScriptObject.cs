using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object whose members a template reads, and writes unless they are read-only, by name.</summary>
public interface IScriptObject
{
    /// <summary>Number of members.</summary>
    int Count { get; }

    /// <summary>Whether no member may be written.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The names of the members.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is a member of that name.</summary>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    /// <param name="context">The rendering that reads it.</param>
    /// <param name="span">Where the template reads it.</param>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value, or null.</param>
    /// <returns>Whether there is such a member.</returns>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value);

    /// <summary>Whether a member of that name may be written.</summary>
    bool CanWrite(string member);

    /// <summary>Writes a member.</summary>
    /// <param name="context">The rendering that writes it.</param>
    /// <param name="span">Where the template writes it.</param>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="readOnly">Whether it is read-only from then on.</param>
    /// <returns>Whether it was written.</returns>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member.</summary>
    /// <returns>Whether there was one.</returns>
    bool Remove(string member);

    /// <summary>Makes a member read-only or writable.</summary>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>Copies the object.</summary>
    /// <param name="deep">Whether objects among the values are copied too.</param>
    IScriptObject Clone(bool deep);
}
