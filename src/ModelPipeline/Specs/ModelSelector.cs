namespace ModelPipeline.Specs;

/// <summary>Finds the models of a repository.</summary>
/// <param name="root">The repository's folder. Paths that are found begin with it as it is written here.</param>
public sealed class ModelSelector(string root)
{
    /// <summary>The folder that holds the models' folders.</summary>
    public const string Folder = "models";
    private const string MisnamedSpec = "model.yml";

    /// <summary>Finds the models that are asked for, in the order in which they are; without a value all of <c>models/</c>, in ordinal order.</summary>
    /// <param name="values">
    /// Each a name under <c>models/</c>, the path of a model's folder or the path of its <c>model.yaml</c>; paths are relative to the repository's folder.
    /// </param>
    public ModelSelection Select(IReadOnlyList<string> values) => values.Count == 0 ? SelectAll() : SelectNamed(values);

    private ModelSelection SelectAll()
    {
        var folder = Path.Combine(root, Folder);
        var names = ModelFolders.In(folder);
        var faults = Misnamed(folder).ToList();
        if (names.Count == 0 && faults.Count == 0)
            faults.Add($"no models: no folder in {Path.GetFullPath(folder)} holds a {ModelFolders.SpecName}; start in the repository's root, or name it with --working");
        return Result(names.Select(SpecOf), faults);
    }

    private ModelSelection SelectNamed(IReadOnlyList<string> values)
    {
        var names = ModelFolders.In(Path.Combine(root, Folder));
        var found = values.Select(value => (Value: value, Path: Find(value, names))).ToArray();
        var unknown = found.Where(model => model.Path is null).Select(model => NearestName.Unknown("model", model.Value, names));
        var paths = found.Select(model => model.Path).OfType<string>().DistinctBy(Path.GetFullPath).ToArray();
        return Result(paths, [.. unknown.Distinct(), .. SameNames(paths)]);
    }

    private string? Find(string value, IReadOnlyList<string> names)
    {
        if (names.Contains(value))
            return SpecOf(value);
        if (value.Length == 0 || value.Contains('\0'))
            return null;

        var path = Path.Combine(root, value);
        var spec = Path.GetFileName(path) == ModelFolders.SpecName ? path : Path.Combine(path, ModelFolders.SpecName);
        return File.Exists(spec) ? spec : null;
    }

    private string SpecOf(string name) => Path.Combine(root, Folder, name, ModelFolders.SpecName);

    private static IEnumerable<string> SameNames(IEnumerable<string> paths) => paths
        .GroupBy(path => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))))
        .Where(models => models.Count() > 1)
        .Select(models => $"two models are named '{models.Key}': {string.Join(", ", models)}; rename one, or name only one");

    private static IEnumerable<string> Misnamed(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateDirectories(folder)
            .Where(model => !File.Exists(Path.Combine(model, ModelFolders.SpecName)))
            .Select(model => Path.Combine(model, MisnamedSpec))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} is not read: rename it to {ModelFolders.SpecName}");

    private static ModelSelection Result(IEnumerable<string> paths, IReadOnlyList<string> faults) =>
        new(faults.Count == 0 ? [.. paths] : [], faults);
}
