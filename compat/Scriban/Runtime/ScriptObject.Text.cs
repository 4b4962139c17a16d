using System.Text;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <content>The object as text.</content>
public partial class ScriptObject
{
    /// <summary>The members as <c>{name: value, "other name": value}</c>.</summary>
    public sealed override string ToString() => ToString(null, null);

    /// <summary>The members as <c>{name: value, "other name": value}</c>.</summary>
    /// <param name="format">Not used.</param>
    /// <param name="formatProvider">The context that turns the values into text; without one, strings have no quotes.</param>
    public virtual string ToString(string? format, IFormatProvider? formatProvider)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in this)
        {
            if (text.Length > 1)
                text.Append(", ");
            text.Append(IsIdentifier(name) ? name : EscapedText.Quoted(name)).Append(": ").Append(TextOf(value, formatProvider));
        }
        return text.Append('}').ToString();
    }

    private static string? TextOf(object? value, IFormatProvider? formatProvider) => value switch
    {
        _ when formatProvider is TemplateContext context => context.ValueText.Nested(value),
        IFormattable formattable => formattable.ToString(null, formatProvider),
        _ => value?.ToString(),
    };

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
