using ModelPipeline.Git;
using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Registry.Listing;

/// <summary>Every model of a repository: what is where. It is read from git alone; there is no file to keep.</summary>
public sealed record ModelRegistry
{
    /// <summary>The format's name in JSON.</summary>
    public const string Format = "modelpipeline/registry/v1";

    private const string Releases = "releases";

    /// <summary>The format's name: <see cref="Format"/>.</summary>
    public string Schema { get; init; } = Format;

    /// <summary>The branch that was read.</summary>
    public required string Branch { get; init; }

    /// <summary>The commit at its tip.</summary>
    public required string Commit { get; init; }

    /// <summary>The models, in ordinal order of their names.</summary>
    public required IReadOnlyList<RegisteredModel> Models { get; init; }

    /// <summary>Reads the registry.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="modelsFolder">The folder that holds the models' folders, for example <c>models</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">The repository cannot be read.</exception>
    public static async Task<ModelRegistry> ReadAsync(IGitRemote git, string modelsFolder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(git);
        ArgumentNullException.ThrowIfNull(modelsFolder);
        var root = modelsFolder.Trim('/');
        var branch = await git.DefaultBranchAsync(cancellation).ConfigureAwait(false);
        var tip = await git.TipAsync(branch, cancellation).ConfigureAwait(false)
            ?? throw new RemoteException($"The branch {QuotedText.Of(branch)} has no commit yet: push one first.");
        var files = await git.FilesAsync(tip, root, cancellation).ConfigureAwait(false);
        var named = (await git.TagNamesAsync("", cancellation).ConfigureAwait(false)).Where(name => RegistryTag.Parse(name) is not null).ToHashSet(StringComparer.Ordinal);
        var tags = (await git.TagsAsync(named, cancellation).ConfigureAwait(false))
            .Select(tag => (Name: RegistryTag.Parse(tag.Name), Tag: tag))
            .ToLookup(tag => tag.Name!.Model, tag => (tag.Name!, tag.Tag), StringComparer.Ordinal);

        var paths = files.Select(file => file.Path[(root.Length + 1)..].Split('/')).ToLookup(path => path[0], StringComparer.Ordinal);
        var inBranch = paths.Where(model => model.Any(path => path is [_, ModelFolders.SpecName])).Select(model => model.Key).ToArray();
        var staged = tags.Where(model => model.Any(tag => tag.Item1.Stage is not null)).Select(model => model.Key);
        var models = new List<RegisteredModel>();
        foreach (var name in inBranch.Union(staged).Order(StringComparer.Ordinal))
        {
            var folder = $"{root}/{name}";
            var file = await ReadAsync(git, tip, folder, cancellation).ConfigureAwait(false);
            models.Add(ModelOf(file.ToModel(name, folder), paths[name], tags[name]));
        }

        return new ModelRegistry { Branch = branch, Commit = tip, Models = models };
    }

    /// <summary>The models in whose name, owners, description, tags or columns every one of some words is found, without regard to case.</summary>
    /// <param name="words">Words, with spaces between them; all models where there is none.</param>
    public IReadOnlyList<RegisteredModel> Search(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var wanted = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Models.Where(model => wanted.All(word => Texts(model).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>A model.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public RegisteredModel Find(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new InputException($"{NearestName.Unknown("model", name, [.. Models.Select(model => model.Name)])}. The branch {QuotedText.Of(Branch)} was looked at.");

    /// <summary>A model's file at a commit.</summary>
    internal static async Task<ModelFile> ReadAsync(IGitRemote git, string commit, string folder, CancellationToken cancellation)
    {
        var path = $"{folder}/{ModelFolders.SpecName}";
        return await git.ReadAsync(commit, path, cancellation).ConfigureAwait(false) is { } bytes
            ? ModelFile.Read(bytes, path)
            : new ModelFile(null, [$"there is no {path} any more"]);
    }

    private static RegisteredModel ModelOf(RegisteredModel model, IEnumerable<string[]> paths, IEnumerable<(RegistryTag, GitTag)> tags)
    {
        var faults = model.Faults.ToList();
        var isNamed = ModelName.IsValid(model.Name);
        if (!isNamed)
            faults.Add($"the folder's name must be {ModelName.Rule}");
        var recorded = new HashSet<SemanticVersion>();
        foreach (var release in paths.Where(path => path is [_, Releases, _, _, ..]).ToLookup(path => path[2], StringComparer.Ordinal))
        {
            if (!SemanticVersion.TryParse(release.Key, out var version))
                faults.Add($"{Releases}/{QuotedText.Escape(release.Key)} is not named like a version such as 1.2.3");
            else if (!release.Any(path => path is [_, _, _, ReleaseDocument.FileName]))
                faults.Add($"{Releases}/{version} has no {ReleaseDocument.FileName}");
            else
                recorded.Add(version);
        }

        return ModelTags.Add(model with { Faults = faults, StageOrder = isNamed ? model.StageOrder : [] }, tags, recorded);
    }

    private static IEnumerable<string> Texts(RegisteredModel model) =>
        [model.Name, model.Owner, model.MonitoringOwner, model.Description, .. model.Tags, .. model.Columns];
}
