using System.Text.RegularExpressions;

namespace ModelPipeline.Command.Parameters;

/// <summary>The words in braces that stand for something else in a command: <c>{data}</c>. With two braces, <c>{{data}}</c>, a word stands for itself in braces.</summary>
internal static partial class Placeholder
{
    public const string Data = "data";
    public const string Output = "output";
    public const string Model = "model";
    public const string Parameters = "parameters";
    public const string Seed = "seed";
    public const string ValuePrefix = "values.";

    /// <summary>The names in a command.</summary>
    public static IEnumerable<string> In(IEnumerable<string> command) => command
        .SelectMany(argument => Pattern().Matches(argument))
        .Where(match => match.Groups["name"].Success)
        .Select(match => match.Groups["name"].Value);

    /// <summary>The command with what its placeholders stand for.</summary>
    /// <param name="command">The command.</param>
    /// <param name="meanings">What each name in it stands for.</param>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> meanings) =>
        [.. command.Select(argument => Pattern().Replace(argument, match => match.Groups["name"].Success ? meanings[match.Groups["name"].Value] : match.Value[1..^1]))];

    [GeneratedRegex(@"\{\{[\w.-]+\}\}|\{(?<name>[\w.-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
