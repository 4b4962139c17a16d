using System.Globalization;
using System.Text.RegularExpressions;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Registry.Listing;

/// <summary>The name of a tag of the registry, in the grammar of GTO (Git Tag Ops). All numbered tags of a model share one row of numbers.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Model">Of which model.</param>
/// <param name="Version">Of which version; <see langword="null"/> where the name does not hold it: then the commit tells.</param>
/// <param name="Stage">Of which stage.</param>
/// <param name="Number">Its number, from 1; <see langword="null"/> where it has none.</param>
internal sealed partial record RegistryTag(RegistryTagKind Kind, string Model, SemanticVersion? Version = null, string? Stage = null, int? Number = null)
{
    /// <summary>The greatest number that a tag's name can hold.</summary>
    public const int MostNumber = 999_999_999;

    /// <summary>Reads a tag's name; <see langword="null"/> where it is none of the registry's.</summary>
    public static RegistryTag? Parse(string name)
    {
        var match = Pattern().Match(name);
        if (!match.Success || !ModelName.IsValid(match.Groups["model"].Value))
            return null;
        var (cancels, stage) = (match.Groups["cancel"].Length > 0, match.Groups["stage"]);
        int? number = match.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;
        var model = match.Groups["model"].Value;
        if (stage.Success)
            return new RegistryTag(cancels ? RegistryTagKind.StageLeft : RegistryTagKind.Stage, model, null, stage.Value, number);
        if (match.Groups["retired"].Success)
            return new RegistryTag(RegistryTagKind.ModelRetired, model, null, null, number);
        return SemanticVersion.TryParse(match.Groups["version"].Value, out var version)
            ? new RegistryTag(cancels ? RegistryTagKind.VersionRetired : RegistryTagKind.Version, model, version, null, number)
            : null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model}{What}{(Number is null ? "" : $"#{Number}")}");

    private string What => Kind switch
    {
        RegistryTagKind.Version => $"@v{Version}",
        RegistryTagKind.VersionRetired => $"@v{Version}!",
        RegistryTagKind.Stage => $"#{Stage}",
        RegistryTagKind.StageLeft => $"#{Stage}!",
        _ => "@deprecated",
    };

    [GeneratedRegex(
        @"^(?<model>[a-z0-9-]+)(?:(?:@v(?<version>[0-9.]+)|#(?<stage>[a-z0-9](?:[a-z0-9/-]*[a-z0-9])?))(?<cancel>!?)|@(?<retired>deprecated))(?:#(?<number>[0-9]{1,9}))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
