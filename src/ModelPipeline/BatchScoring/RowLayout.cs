using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.BatchScoring;

/// <summary>Where in the input a model's columns are, and what the output's columns are.</summary>
/// <param name="Signature">What the model reads and writes.</param>
/// <param name="Name">How messages call the input.</param>
/// <param name="Fields">How many columns the input has.</param>
/// <param name="Inputs">For each input of the model its column.</param>
/// <param name="Copied">The columns that are written before the scores; <see langword="null"/> for the line instead.</param>
/// <param name="Header">The output's header.</param>
internal sealed record RowLayout(ModelSignature Signature, string Name, int Fields, int[] Inputs, int[]? Copied, string[] Header)
{
    private const string Line = "line";
    private const string Label = "label";
    private const string Contribution = "contribution";

    /// <summary>Lays out a batch. Columns that are missing or would be there twice are reported.</summary>
    public static RowLayout Of(BatchScoringOptions options, ModelSignature signature, string[] header, FaultList faults)
    {
        var positions = header.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        foreach (var name in signature.Inputs.Select(input => input.Name).Where(name => !positions.ContainsKey(name)))
            faults.Add($"{options.Input} has no column {Shown.Value(name)}, which the model needs{Suggestion(name, header)}");
        foreach (var name in options.Key.Where(name => !positions.ContainsKey(name)))
            faults.Add($"{options.Input} has no column {Shown.Value(name)}, which is to identify its rows{Suggestion(name, header)}: name other columns with --key");
        string[]? copied = options.AllColumns ? header : options.Key.Count > 0 ? [.. options.Key] : null;
        string[] written =
        [
            .. copied ?? [Line],
            .. signature.Outputs,
            .. signature.Classes.Count > 0 ? [Label] : Array.Empty<string>(),
            .. options.Contributions ? ContributionsOf(signature) : [],
        ];
        foreach (var name in written.CountBy(name => name, StringComparer.Ordinal).Where(count => count.Value > 1))
            faults.Add($"{options.Input} has a column {Shown.Value(name.Key)}, as the scores have: rename it, or leave it out of what is written with --key");
        return new(
            signature,
            options.Input,
            header.Length,
            [.. signature.Inputs.Select(input => positions.GetValueOrDefault(input.Name))],
            copied?.Select(name => positions.GetValueOrDefault(name)).ToArray(),
            written);
    }

    /// <summary>The columns of contributions: of each output its base, then the features.</summary>
    private static IEnumerable<string> ContributionsOf(ModelSignature signature) => signature.Outputs.SelectMany(output =>
        signature.Inputs.Select(input => $"{Contribution}:{output}:{input.Name}").Prepend($"{Contribution}:{output}"));

    private static string Suggestion(string name, string[] header) => NearestName.Of(name, header) is { } nearest ? $" (it has {Shown.Value(nearest)})" : "";
}
