namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The options that Cake Frosting takes itself.</summary>
internal static class CakeOptions
{
    public static IReadOnlyList<ArgumentDefinition> All { get; } =
    [
        .. Define(ArgumentKind.Values, "target", "Target", "t"),
        .. Define(ArgumentKind.Folder, "working", "w"),
        .. Define(ArgumentKind.Verbosity, "verbosity", "v"),
        .. Define(ArgumentKind.Flag, "description", "descriptions", "showdescription", "showdescriptions"),
        .. Define(ArgumentKind.Flag, "tree", "showtree", "dryrun", "noop", "whatif", "exclusive", "e", "no-report"),
        .. Define(ArgumentKind.Flag, "version", "ver", "info", "help", "h"),
    ];

    /// <summary>Whether a name is one of Cake's own settings, for example <c>Settings_NoReport</c>.</summary>
    public static bool IsSetting(string name) =>
        name.StartsWith("settings_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("paths_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the arguments name a target.</summary>
    public static bool NameTarget(IEnumerable<string> arguments) =>
        arguments.Select(argument => argument.Split('=')[0]).Any(name => name is "--target" or "--Target" or "-t");

    private static IEnumerable<ArgumentDefinition> Define(ArgumentKind kind, params string[] names) =>
        names.Select(name => new ArgumentDefinition(name, kind, StringComparison.Ordinal));
}
