using System.Text.RegularExpressions;

namespace ModelPipeline.Specs.Yaml;

/// <summary>A single value, as it is written; a plain one is not in quotes.</summary>
internal sealed partial record ScalarNode(Place Place, string Text, bool IsPlain) : Node(Place)
{
    public bool IsEmpty => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsNumber => IsPlain && DecimalNumber().IsMatch(Text);

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();
}
