using System.Collections;
using System.Text;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Turns values into text.</summary>
internal sealed class ValueText(TemplateContext context)
{
    /// <summary>How deep collections may be nested, which also finds those that contain themselves.</summary>
    private const int DepthLimit = 20;

    private const string DateFormat = "dd MMM yyyy";

    private int _depth;

    /// <summary>The text that is printed for a value; null for null.</summary>
    public string? Of(object? value) => value switch
    {
        null => null,
        string text => IsTooLong(text) ? text[..context.LimitToString] + "..." : text,
        _ => AtDepth(value) is var text && IsTooLong(text) ? text + "..." : text,
    };

    /// <summary>The text of a value inside a collection.</summary>
    public string Nested(object? value) => value switch
    {
        null => "null",
        string text => EscapedText.Quoted(text),
        _ => AtDepth(value),
    };

    private bool IsTooLong(string text) => context.LimitToString > 0 && _depth == 0 && text.Length >= context.LimitToString;

    private string AtDepth(object value)
    {
        if (_depth >= DepthLimit)
            throw new InvalidOperationException("Structure is too deeply nested or contains reference loops.");
        _depth++;
        try
        {
            return Format(value);
        }
        finally
        {
            _depth--;
        }
    }

    private string Format(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTime date => date.ToString(DateFormat, context.CurrentCulture),
        IFormattable formattable => formattable.ToString(null, context),
        IConvertible convertible => convertible.ToString(context),
        IEnumerable values => FormatList(values),
        Function => "<function>",
        _ when IsKeyValuePair(value.GetType()) => FormatPair(value),
        _ => value.ToString() ?? "",
    };

    private string FormatList(IEnumerable values)
    {
        var text = new StringBuilder("[");
        foreach (var value in values)
        {
            if (text.Length > 1)
                text.Append(", ");
            text.Append(Nested(value));
            if (context.LimitToString > 0 && text.Length >= context.LimitToString)
                return text.ToString();
        }
        return text.Append(']').ToString();
    }

    private string FormatPair(object pair)
    {
        var members = new ScriptObject(2);
        members.Import(pair, renamer: context.MemberRenamer);
        return Nested(members);
    }

    private static bool IsKeyValuePair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
