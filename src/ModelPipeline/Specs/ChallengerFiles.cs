namespace ModelPipeline.Specs;

/// <summary>Where challengers are: <c>challengers/&lt;name&gt;.yaml</c> beside a <c>model.yaml</c>.</summary>
internal static class ChallengerFiles
{
    public const string Folder = "challengers";
    private const string Extension = ".yaml";

    /// <summary>The names of a model's challengers, in ordinal order.</summary>
    /// <param name="model">The folder of its <c>model.yaml</c>.</param>
    public static IReadOnlyList<string> In(string model) => Path.Combine(model, Folder) is var folder && !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>A challenger's path within the model's folder, with slashes.</summary>
    public static string Within(string challenger) => $"{Folder}/{challenger}{Extension}";

    /// <summary>The path of the file that pins a challenger's base image, within the model's folder.</summary>
    public static string LockWithin(string challenger) => $"{Folder}/{challenger}.lock";

    /// <summary>Whether a path is that of a challenger, by its name alone.</summary>
    public static bool IsOne(string path) =>
        Path.GetExtension(path) == Extension
        && Path.GetFileName(path) != ModelFolders.SpecName
        && Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == Folder;

    /// <summary>The <c>model.yaml</c> that a challenger stands beside, named as the challenger's path is.</summary>
    public static string SpecOf(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(path)) ?? "..", ModelFolders.SpecName);

    /// <summary>What runs call the spec of a path: <c>diamonds</c>, or <c>diamonds/xgboost</c> for a challenger.</summary>
    public static string IdOf(string path) => IsOne(path)
        ? $"{ModelOf(SpecOf(Path.GetFullPath(path)))}/{Path.GetFileNameWithoutExtension(path)}"
        : ModelOf(path);

    private static string ModelOf(string spec) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(spec))) ?? "";
}
