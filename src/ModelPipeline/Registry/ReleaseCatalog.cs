using System.Text.Json;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry;

/// <summary>Reads a model's released versions from <c>releases/&lt;version&gt;/release.json</c>.</summary>
public static class ReleaseCatalog
{
    /// <summary>The format's name in <c>release.json</c>.</summary>
    public const string Format = "modelpipeline/release/v1";

    /// <summary>The released versions, oldest first.</summary>
    /// <param name="modelFolder">The folder of <c>model.yaml</c>.</param>
    /// <exception cref="InputException">A release's folder or file is not as it should be; all faults at once.</exception>
    public static IReadOnlyList<ReleasedVersion> Read(string modelFolder)
    {
        var model = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(modelFolder)));
        var faults = new List<string>();
        var versions = new List<ReleasedVersion>();
        foreach (var folder in FoldersIn(RootOf(modelFolder)))
        {
            try
            {
                versions.Add(ReadOne(folder, model));
            }
            catch (Exception fault) when (fault is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
            {
                faults.Add($"{folder}: {QuotedText.Escape(fault.Message, 400)}");
            }
        }

        if (faults.Count > 0)
            throw new InputException("Released versions cannot be read:\n" + string.Join('\n', faults));
        return [.. versions.OrderBy(release => release.Version)];
    }

    /// <summary>The champion: the newest released version; <see langword="null"/> before the first release.</summary>
    /// <param name="modelFolder">The folder of <c>model.yaml</c>.</param>
    /// <exception cref="InputException">A release's folder or file is not as it should be.</exception>
    public static ReleasedVersion? Champion(string modelFolder) => Read(modelFolder).LastOrDefault();

    /// <summary>The folder of a version.</summary>
    internal static string FolderOf(string modelFolder, SemanticVersion version) => Path.Combine(RootOf(modelFolder), version.ToString());

    private static string RootOf(string modelFolder) => Path.Combine(modelFolder, "releases");

    private static IReadOnlyList<string> FoldersIn(string root)
    {
        if (File.Exists(root))
            throw new InputException($"'{root}' is a file; it must be the folder of the model's released versions.");
        try
        {
            return Directory.Exists(root) ? [.. Directory.EnumerateDirectories(root).Where(folder => !AtomicFolder.IsLeftover(folder)).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Released versions cannot be read: {fault.Message}", fault);
        }
    }

    private static ReleasedVersion ReadOne(string folder, string model)
    {
        if (!SemanticVersion.TryParse(Path.GetFileName(folder), out var version))
            throw new InvalidDataException("the folder's name is not a version such as 1.2.3");
        var file = Path.Combine(folder, ReleaseDocument.FileName);
        if (!File.Exists(file))
            throw new InvalidDataException("there is no release.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        Expect(json.RootElement, "schema", Format);
        Expect(json.RootElement, "model", model);
        Expect(json.RootElement, "version", version.ToString());
        if (!Digest.TryParse(Text(json.RootElement, "bundle"), out var digest))
            throw new InvalidDataException("release.json has no digest in 'bundle'");
        var challenger = Text(json.RootElement, "challenger");
        if (challenger is not null && !ModelName.IsValid(challenger))
            throw new InvalidDataException($"release.json names the challenger {QuotedText.Of(challenger)}, which is no name of one");
        return new ReleasedVersion(version, digest, folder, challenger);
    }

    private static void Expect(JsonElement root, string name, string expected)
    {
        var actual = Text(root, name) ?? throw new InvalidDataException($"release.json has no text in '{name}', expected '{expected}'");
        if (actual != expected)
            throw new InvalidDataException($"release.json says {name} {QuotedText.Of(actual)}, expected '{expected}'");
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
