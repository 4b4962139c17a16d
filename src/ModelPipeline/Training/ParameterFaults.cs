using System.Globalization;

namespace ModelPipeline.Training;

/// <summary>Finds what keeps parameters from being what their definitions say.</summary>
internal static class ParameterFaults
{
    /// <summary>Every fault, each a sentence that names the parameter.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, object> values, IReadOnlyList<ParameterDefinition> definitions)
    {
        foreach (var definition in definitions)
            if (definition.Default is not null && !values.ContainsKey(definition.Name))
                yield return $"Parameter '{definition.Name}' is missing.";
        foreach (var (name, value) in values)
        {
            if (definitions.FirstOrDefault(definition => Holds(definition, name)) is not { } definition)
                yield return NearestName.Unknown("parameter", name, [.. definitions.Select(known => known.Name)]) + ".";
            else if (Fault(value, definition) is { } fault)
                yield return $"Parameter {QuotedText.Of(name)} is {Shown(value)}: {fault}.";
        }
    }

    private static bool Holds(ParameterDefinition definition, string name) => definition.Form == ParameterForm.Value
        ? name == definition.Name
        : name.StartsWith(definition.Name + ".", StringComparison.Ordinal);

    private static string? Fault(object value, ParameterDefinition definition) => (definition.Kind, value) switch
    {
        (ParameterKind.Number, double number) => double.IsFinite(number) ? Limit(number, definition) : "it must be finite",
        (ParameterKind.Integer, long number) => Limit(number, definition),
        (ParameterKind.Text, string text) when definition.Choices.Count > 0 && !definition.Choices.Contains(text) => $"it must be one of {string.Join(", ", definition.Choices)}",
        (ParameterKind.Text, string) or (ParameterKind.Flag, bool) or (ParameterKind.Any, double or long or string or bool) => null,
        (ParameterKind.Number, _) => "it must be a number",
        (ParameterKind.Integer, _) => "it must be a whole number",
        (ParameterKind.Flag, _) => "it must be true or false",
        _ => "it must be a text",
    };

    private static string? Limit(double number, ParameterDefinition definition) =>
        number < definition.Minimum ? string.Create(CultureInfo.InvariantCulture, $"it must be at least {definition.Minimum}")
        : number > definition.Maximum ? string.Create(CultureInfo.InvariantCulture, $"it must be at most {definition.Maximum}")
        : null;

    private static string Shown(object value) => value is string text ? QuotedText.Of(text) : FormattableString.Invariant($"{value}");
}
