using System.Globalization;

namespace ModelPipeline.Training;

/// <summary>A trainer's parameters by name, in ordinal order of their names.</summary>
/// <param name="values">Each a <see cref="double"/>, <see cref="long"/>, <see cref="string"/> or <see cref="bool"/>, as its definition says.</param>
public sealed class TrainerParameters(IEnumerable<KeyValuePair<string, object>> values)
{
    private readonly SortedDictionary<string, object> _values =
        new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Every parameter, in ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>Whether a parameter of one value has it.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A parameter of kind <see cref="ParameterKind.Number"/>.</summary>
    public double Number(string name) => (double)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Integer"/>.</summary>
    public long Integer(string name) => (long)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Text"/>.</summary>
    public string Text(string name) => (string)_values[name];

    /// <summary>A parameter of kind <see cref="ParameterKind.Flag"/>.</summary>
    public bool Flag(string name) => (bool)_values[name];

    /// <summary>A parameter of form <see cref="ParameterForm.List"/>; empty where it is not given.</summary>
    public IReadOnlyList<object> List(string name)
    {
        var items = new List<object>();
        while (_values.TryGetValue(Key(name, items.Count), out var item))
            items.Add(item);
        return items;
    }

    /// <summary>A parameter of form <see cref="ParameterForm.Map"/>, in ordinal order of its keys; empty where it is not given.</summary>
    public IReadOnlyDictionary<string, object> Map(string name) => new SortedDictionary<string, object>(
        _values.Where(value => value.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary(value => value.Key[(name.Length + 1)..], value => value.Value),
        StringComparer.Ordinal);

    /// <summary>Refuses parameters that are not as their definitions say: missing ones that have a default, unknown ones, others of another kind or beyond their limits.</summary>
    /// <param name="definitions">The trainer's parameters.</param>
    /// <exception cref="TrainingException">Some are not; the message names each.</exception>
    public void Check(IReadOnlyList<ParameterDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        string[] faults = [.. ParameterFaults.Of(_values, definitions)];
        if (faults.Length > 0)
            throw new TrainingException(string.Join(" ", faults));
    }

    /// <summary>The name of an item of a list.</summary>
    internal static string Key(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}.{index}");
}
