namespace ModelPipeline.Specs;

/// <summary>Finds the models of a repository.</summary>
/// <param name="root">The repository's folder. Paths that are found begin with it as it is written here.</param>
public sealed class ModelSelector(string root)
{
    /// <summary>The folder that holds the models' folders.</summary>
    public const string Folder = "models";
    private const string MisnamedSpec = "model.yml";

    /// <summary>Finds the models that are asked for, in the order in which they are; without a value all of <c>models/</c>, in ordinal order, and no challenger.</summary>
    /// <param name="values">
    /// Each a name under <c>models/</c>, the path of a model's folder or the path of its <c>model.yaml</c>; of a challenger <c>model/challenger</c> or the path of its
    /// file. Paths are relative to the repository's folder.
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
        string[] models = [.. ModelFolders.In(Path.Combine(root, Folder))];
        string[] names = [.. models.SelectMany(model => ChallengerFiles.In(FolderOf(model)).Select(challenger => $"{model}/{challenger}").Prepend(model))];
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
        var spec = Path.GetFileName(path) == ModelFolders.SpecName || ChallengerFiles.IsOne(path) ? path : Path.Combine(path, ModelFolders.SpecName);
        return File.Exists(spec) ? spec : null;
    }

    /// <summary>The spec of a model, or of a challenger where the name has a slash.</summary>
    private string SpecOf(string name) => name.Split('/') is [var model, var challenger]
        ? Path.Combine(FolderOf(model), ChallengerFiles.Folder, Path.GetFileName(ChallengerFiles.Within(challenger)))
        : Path.Combine(FolderOf(name), ModelFolders.SpecName);

    private string FolderOf(string model) => Path.Combine(root, Folder, model);

    private static IEnumerable<string> SameNames(IEnumerable<string> paths) => paths
        .GroupBy(ChallengerFiles.IdOf)
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
