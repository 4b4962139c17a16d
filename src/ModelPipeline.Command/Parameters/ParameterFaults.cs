using System.Text.RegularExpressions;
using ModelPipeline.Command.Files;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Parameters;

/// <summary>Judges the parameters of the trainer.</summary>
internal static partial class ParameterFaults
{
    private static readonly string[] Shared = [Placeholder.Parameters, Placeholder.Seed];

    /// <summary>A sentence a fault, without a point.</summary>
    public static IEnumerable<string> Of(TrainerParameters parameters) => Types(parameters).ToList() is { Count: > 0 } wrong
        ? wrong
        :
        [
            .. ProgramFileName.Faults([.. Texts(parameters, ProgramTrainer.Files)]),
            .. Command(parameters, ProgramTrainer.Train, [Placeholder.Data, Placeholder.Output], []),
            .. Command(parameters, ProgramTrainer.Score, [Placeholder.Data, Placeholder.Output], [Placeholder.Model]),
            .. Served(parameters),
            .. Variables(ProgramTrainer.Environment, Texts(parameters, ProgramTrainer.Environment)),
            .. Variables(ProgramTrainer.Variables, parameters.Map(ProgramTrainer.Variables).Keys),
        ];

    /// <summary>What a spec's reader has seen to, and a damaged bundle may lack.</summary>
    private static IEnumerable<string> Types(TrainerParameters parameters)
    {
        string[] lists = [ProgramTrainer.Files, ProgramTrainer.Train, ProgramTrainer.Score, ProgramTrainer.Serve, ProgramTrainer.Environment];
        foreach (var list in lists)
            if (parameters.List(list).Any(item => item is not string))
                yield return $"'{list}' must be a list of texts";
        foreach (var definition in ProgramTrainer.All[0].Parameters.Where(definition => definition.Kind == ParameterKind.Integer))
            if (parameters.Values.GetValueOrDefault(definition.Name) is not long number || number < definition.Minimum || number > definition.Maximum)
                yield return $"'{definition.Name}' must be a whole number from {definition.Minimum} to {definition.Maximum}";
    }

    private static IEnumerable<string> Served(TrainerParameters parameters) =>
        Texts(parameters, ProgramTrainer.Serve).Any() ? Command(parameters, ProgramTrainer.Serve, [], [Placeholder.Model]) : [];

    private static IEnumerable<string> Command(TrainerParameters parameters, string name, string[] needed, string[] allowed)
    {
        string[] command = [.. Texts(parameters, name)];
        if (command.Length == 0)
        {
            yield return $"'{name}' is missing: a program and its arguments, such as [python3, {name}.py, --data, \"{{data}}\", --output, \"{{output}}\"]";
            yield break;
        }

        string[] known = [.. needed, .. allowed, .. Shared, .. parameters.Map(ProgramTrainer.Values).Keys.Select(value => Placeholder.ValuePrefix + value)];
        string[] used = [.. Placeholder.In(command).Distinct()];
        if (command[0].Contains('\0') || Placeholder.In(command[..1]).Any())
            yield return $"'{name}' must begin with a program, not {QuotedText.Of(command[0])}";
        if (command.Any(argument => argument.Contains('\0')))
            yield return $"'{name}' has an argument with a NUL character";
        foreach (var unknown in used.Except(known))
            yield return $"'{name}' has an unknown placeholder {QuotedText.Of($"{{{unknown}}}")}; known: {string.Join(", ", known.Select(word => QuotedText.Escape($"{{{word}}}")))}; {QuotedText.Escape($"{{{{{unknown}}}}}")} is the text itself";
        foreach (var missing in needed.Except(used))
            yield return $"'{name}' must have {{{missing}}} in an argument";
    }

    private static IEnumerable<string> Variables(string name, IEnumerable<string> variables)
    {
        foreach (var variable in variables)
        {
            if (!VariableName().IsMatch(variable))
                yield return $"'{name}' has {QuotedText.Of(variable)}, which is no name of a variable: letters, digits and underscores";
            else if (variable == Running.ProcessFamily.Mark)
                yield return $"'{name}' has '{variable}', which the engine sets itself";
        }
    }

    private static IEnumerable<string> Texts(TrainerParameters parameters, string name) => parameters.List(name).Cast<string>();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
