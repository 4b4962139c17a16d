using ModelPipeline.Training;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>train.parameters</c>, and fills in the trainer's defaults.</summary>
internal static class ParametersSection
{
    /// <summary>The trainer's parameters; without a trainer none, as nothing says what they are.</summary>
    public static TrainerParameters Read(SpecValue? parameters, TrainerDefinition? trainer)
    {
        var definitions = trainer?.Parameters ?? [];
        var values = new Dictionary<string, object>(trainer?.Defaults ?? new Dictionary<string, object>(), StringComparer.Ordinal);
        foreach (var parameter in parameters?.Named() ?? [])
        {
            var definition = definitions.FirstOrDefault(definition => definition.Name == parameter.Name);
            if (definition is not null)
                Add(values, parameter.Value, definition);
            else if (trainer is not null)
                parameter.Report(NearestName.Unknown("parameter", parameter.Name, [.. definitions.Select(known => known.Name)]));
        }

        return new TrainerParameters(values);
    }

    private static void Add(Dictionary<string, object> values, SpecValue value, ParameterDefinition definition)
    {
        switch (definition.Form)
        {
            case ParameterForm.List:
                foreach (var (index, item) in value.Items().Index())
                    Set(values, TrainerParameters.Key(definition.Name, index), Read(item, definition));
                break;
            case ParameterForm.Map:
                foreach (var named in value.Named())
                    Set(values, $"{definition.Name}.{named.Name}", Read(named.Value, definition));
                break;
            default:
                Set(values, definition.Name, Read(value, definition));
                break;
        }
    }

    private static void Set(Dictionary<string, object> values, string name, object? value)
    {
        if (value is not null)
            values[name] = value;
    }

    private static object? Read(SpecValue value, ParameterDefinition definition)
    {
        var range = new NumberRange(definition.Minimum ?? double.NegativeInfinity, definition.Maximum ?? double.PositiveInfinity);
        return definition.Kind switch
        {
            ParameterKind.Number => value.Number(range),
            ParameterKind.Integer => value.Integer(range),
            ParameterKind.Text when definition.Choices.Count > 0 => value.Word(definition.Choices.Index().ToDictionary(choice => choice.Item, choice => choice.Index)) is { } index ? definition.Choices[index] : null,
            ParameterKind.Text when definition.Form == ParameterForm.List => value.Literal(),
            ParameterKind.Text => value.Text(),
            ParameterKind.Flag => value.Flag(),
            ParameterKind.Any => value.Scalar(),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Kind, null),
        };
    }
}
