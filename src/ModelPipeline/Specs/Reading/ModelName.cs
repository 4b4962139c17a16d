using System.Text.RegularExpressions;

namespace ModelPipeline.Specs.Reading;

/// <summary>What a model may be called.</summary>
internal static partial class ModelName
{
    public const string Rule = "lower-case letters, digits and dashes, at most 63, the first one no dash";

    /// <summary>What a run writes beside the models' folders in its workspace: a model of that name would share the folder.</summary>
    public static IReadOnlyList<string> WorkspaceFolders { get; } = ["artifacts", "load", "reports", "temp"];

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
