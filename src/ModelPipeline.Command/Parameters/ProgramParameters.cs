using System.Globalization;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Parameters;

/// <summary>A trainer's parameters in which <see cref="ParameterFaults"/> found no fault.</summary>
/// <param name="Written">As the spec has them.</param>
/// <param name="Seed">The seed of everything random.</param>
internal sealed record ProgramParameters(TrainerParameters Written, long Seed)
{
    private static readonly string[] DefaultEnvironment = ["PATH", "HOME", "LANG", "TMPDIR"];

    public IReadOnlyList<string> Files { get; } = Texts(Written, ProgramTrainer.Files);

    public IReadOnlyList<string> Train { get; } = Texts(Written, ProgramTrainer.Train);

    public IReadOnlyList<string> Score { get; } = Texts(Written, ProgramTrainer.Score);

    /// <summary>Empty where there is none.</summary>
    public IReadOnlyList<string> Serve { get; } = Texts(Written, ProgramTrainer.Serve);

    public IReadOnlyDictionary<string, object> Values { get; } = Written.Map(ProgramTrainer.Values);

    public TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(Written.Integer(ProgramTrainer.TimeLimit));

    public int Processes { get; } = (int)Written.Integer(ProgramTrainer.Processes);

    /// <summary>The names of the variables that are passed on.</summary>
    public IReadOnlyList<string> Environment { get; } = Texts(Written, ProgramTrainer.Environment) is { Length: > 0 } named ? named : DefaultEnvironment;

    public IReadOnlyDictionary<string, string> Variables { get; } = Written.Map(ProgramTrainer.Variables).ToDictionary(variable => variable.Key, variable => Text(variable.Value), StringComparer.Ordinal);

    /// <summary>What stands for <c>{seed}</c> and each <c>{values.NAME}</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Placeholders =>
    [
        new(Placeholder.Seed, Text(Seed)),
        .. Values.Select(value => new KeyValuePair<string, string>(Placeholder.ValuePrefix + value.Key, Text(value.Value))),
    ];

    private static string[] Texts(TrainerParameters parameters, string name) => [.. parameters.List(name).Cast<string>()];

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
