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
    /// file. Paths are relative to the repository's folder. Where a model's champion came from a challenger whose file is there, its name and its folder mean that challenger.
    /// </param>
    /// <exception cref="InputException">A released version cannot be read.</exception>
    public ModelSelection Select(IReadOnlyList<string> values) => values.Count == 0 ? SelectAll() : SelectNamed(values);

    private ModelSelection SelectAll()
    {
        var folder = Path.Combine(root, Folder);
        var names = ModelFolders.In(folder);
        var faults = Misnamed(folder).ToList();
        if (names.Count == 0 && faults.Count == 0)
            faults.Add($"no models: no folder in {Path.GetFullPath(folder)} holds a {ModelFolders.SpecName}; start in the repository's root, or name it with --working");
        return Result(names.Select(SpecOf).Select(ChampionsSpec.Of), faults);
    }

    private ModelSelection SelectNamed(IReadOnlyList<string> values)
    {
        string[] models = [.. ModelFolders.In(Path.Combine(root, Folder))];
        string[] names = [.. models.SelectMany(model => ChallengerFiles.In(FolderOf(model)).Select(challenger => $"{model}/{challenger}").Prepend(model))];
        var found = values.Select(value => (Value: value, Spec: Find(value, names))).ToArray();
        var unknown = found.Where(model => model.Spec is null).Select(model => MisnamedChallenger(model.Value, models) ?? NearestName.Unknown("model", model.Value, names));
        var specs = found.Select(model => model.Spec).OfType<ChampionsSpec>().DistinctBy(spec => Path.GetFullPath(spec.Path)).ToArray();
        return Result(specs, [.. unknown.Distinct(), .. SameNames(specs.Select(spec => spec.Path))]);
    }

    private ChampionsSpec? Find(string value, IReadOnlyList<string> names)
    {
        value = Path.TrimEndingDirectorySeparator(value);
        if (names.Contains(value))
            return ChallengerFiles.IsOne(SpecOf(value)) ? new(SpecOf(value)) : ChampionsSpec.Of(SpecOf(value));
        if (value.Length == 0 || value.Contains('\0'))
            return null;

        var path = Path.Combine(root, value);
        if (ChallengerFiles.IsOne(path) || Path.GetFileName(path) == ModelFolders.SpecName)
            return File.Exists(path) && !ChallengerFiles.IsMisnamed(path) ? new(path) : null;
        return Path.Combine(path, ModelFolders.SpecName) is var spec && File.Exists(spec) ? ChampionsSpec.Of(spec) : null;
    }

    /// <summary>The spec of a model, or of a challenger where the name has a slash.</summary>
    private string SpecOf(string name) => name.Split('/') is [var model, var challenger]
        ? ChallengerFiles.PathOf(FolderOf(model), challenger)
        : Path.Combine(FolderOf(name), ModelFolders.SpecName);

    private string FolderOf(string model) => Path.Combine(root, Folder, model);

    /// <summary>What is wrong with the file that a value means; <see langword="null"/> where it means none beside a challenger's.</summary>
    private string? MisnamedChallenger(string value, IReadOnlyList<string> models) => models
        .SelectMany(model => ChallengerFiles.Misnamed(FolderOf(model)).Select(file => (Id: $"{model}/{file.Name}", file.Path, file.Fault)))
        .FirstOrDefault(file => value == file.Id || (!value.Contains('\0') && Path.GetFullPath(value, Path.GetFullPath(root)) == Path.GetFullPath(file.Path))).Fault;

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

    private static ModelSelection Result(IEnumerable<ChampionsSpec> specs, IReadOnlyList<string> faults) => faults.Count > 0
        ? new([], faults)
        : new([.. specs.Select(spec => spec.Path)], []) { Remarks = [.. specs.Select(spec => spec.Remark).OfType<string>()] };
}
