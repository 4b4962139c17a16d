using System.Globalization;
using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry;

/// <summary>Writes the folder of a release, <c>releases/&lt;version&gt;</c>.</summary>
internal static class ReleaseFolder
{
    private const int MostArchiveBytes = 1 << 20;
    private static readonly string[] Figures = [".csv", ".json", ".svg"];

    /// <summary>Writes the bundle, the card with its reports, the evidence, and <c>release.json</c> that names them all. Half a release is never there.</summary>
    /// <param name="run">The model's run, in whose workspace all of it is.</param>
    /// <param name="version">The version.</param>
    /// <param name="candidate">The bundle's digest.</param>
    /// <param name="origin">How the release came to be.</param>
    /// <param name="released">When, in UTC.</param>
    /// <exception cref="InputException">The bundle is too large for version control.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(ModelRun run, SemanticVersion version, Digest candidate, string origin, DateTimeOffset released)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [BundleArchive.FileName] = Archive(run),
            [ModelWorkspace.ModelCardName] = Card(run.Workspace.ModelCard, version, origin, released),
        };
        foreach (var step in StepNames.Required)
        {
            files[$"evidence/{step}.json"] = File.ReadAllBytes(run.Workspace.Evidence.PathOf(step));
            foreach (var report in ReportFiles.Of(run.Workspace.Evidence.Read(step)!).Where(report => Figures.Contains(Path.GetExtension(report))))
                files[report] = File.ReadAllBytes(Path.Combine(run.Workspace.Reports, report));
        }

        files[ReleaseDocument.FileName] = ReleaseJson.Write(new ReleaseDocument
        {
            Model = run.Spec.Name,
            Version = version.ToString(),
            Bundle = candidate,
            Origin = origin,
            Released = released,
            Tool = run.Tool.Version,
            Data = run.DataDigest,
            Spec = run.Spec.Digest,
            Files = new(files.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal),
        });
        AtomicFolder.Replace(ReleaseCatalog.FolderOf(run.Spec.Folder, version), next =>
        {
            foreach (var (path, bytes) in files)
                AtomicFile.Write(Path.Combine(next, path), bytes);
        });
    }

    private static byte[] Archive(ModelRun run)
    {
        var archive = BundleArchive.Pack(run.Workspace.Bundle);
        return archive.Length <= MostArchiveBytes
            ? archive
            : throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The bundle of {run.Spec.Name} has {archive.Length:N0} bytes when packed, more than the {MostArchiveBytes:N0} that a release keeps in version control: train a smaller model."));
    }

    private static byte[] Card(string path, SemanticVersion version, string origin, DateTimeOffset released) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{File.ReadAllText(path).TrimEnd('\n')}\n\n## Release\n\n- version: {version}\n- origin: {origin}\n- date: {released.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n"));
}
