using ModelPipeline.Training;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>train.parameters</c>, and fills in the trainer's defaults.</summary>
internal static class ParametersSection
{
    /// <summary>The trainer's parameters; without a trainer none, as nothing says what they are.</summary>
    public static TrainerParameters Read(SpecValue? parameters, TrainerDefinition? trainer)
    {
        var definitions = trainer?.Parameters ?? [];
        var values = definitions.ToDictionary(definition => definition.Name, definition => definition.Default, StringComparer.Ordinal);
        foreach (var parameter in parameters?.Named() ?? [])
        {
            var definition = definitions.FirstOrDefault(definition => definition.Name == parameter.Name);
            if (definition is not null)
                values[definition.Name] = Read(parameter.Value, definition) ?? definition.Default;
            else if (trainer is not null)
                parameter.Report(NearestName.Unknown("parameter", parameter.Name, values.Keys));
        }

        return new TrainerParameters(values);
    }

    private static object? Read(SpecValue value, ParameterDefinition definition)
    {
        var range = new NumberRange(definition.Minimum ?? double.NegativeInfinity, definition.Maximum ?? double.PositiveInfinity);
        return definition.Kind switch
        {
            ParameterKind.Number => value.Number(range),
            ParameterKind.Integer => value.Integer(range),
            ParameterKind.Text => value.Text(),
            ParameterKind.Flag => value.Flag(),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Kind, null),
        };
    }
}
