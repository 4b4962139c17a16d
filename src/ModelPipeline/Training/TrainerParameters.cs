namespace ModelPipeline.Training;

/// <summary>A trainer's parameters by name, in ordinal order of their names.</summary>
/// <param name="values">Each a <see cref="double"/>, <see cref="long"/>, <see cref="string"/> or <see cref="bool"/>, as its definition says.</param>
public sealed class TrainerParameters(IEnumerable<KeyValuePair<string, object>> values)
{
    private readonly SortedDictionary<string, object> _values =
        new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Every parameter, in ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>A parameter of kind <see cref="ParameterKind.Number"/>.</summary>
    public double Number(string name) => (double)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Integer"/>.</summary>
    public long Integer(string name) => (long)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Text"/>.</summary>
    public string Text(string name) => (string)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Flag"/>.</summary>
    public bool Flag(string name) => (bool)_values[name];
}
