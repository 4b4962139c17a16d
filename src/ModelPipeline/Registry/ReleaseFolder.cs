using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry;

/// <summary>The folder of a release, <c>releases/&lt;version&gt;</c>, before it is written or committed.</summary>
/// <param name="Document">What its <c>release.json</c> says.</param>
/// <param name="Files">Its files by path within the folder, with slashes: the card with its reports, the evidence, <c>release.json</c> that names them all, and the bundle unless it is stored elsewhere.</param>
internal sealed record ReleaseFolder(ReleaseDocument Document, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The most files that a release may have: more than eight steps with their tables and figures leave.</summary>
    public const int MostFiles = 200;

    /// <summary>The most bytes that its files may have together: 32 MB.</summary>
    public const long MostBytes = 32L << 20;

    /// <summary>The folder that a workspace's release has.</summary>
    /// <param name="run">The model's run, in whose workspace all of it is.</param>
    /// <param name="document">What <c>release.json</c> says but for the files.</param>
    /// <param name="archive">The packed bundle; <see langword="null"/> where the folder does not hold it.</param>
    /// <exception cref="InputException">It would be larger than a release may be.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ReleaseFolder Build(ModelRun run, ReleaseDocument document, byte[]? archive)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [ModelWorkspace.ModelCardName] = ReleasedCard.Write(File.ReadAllText(run.Workspace.ModelCard), document) };
        if (archive is not null)
            files[BundleArchive.FileName] = archive;
        foreach (var step in StepNames.Required)
        {
            files[EvidencePath(step)] = File.ReadAllBytes(run.Workspace.Evidence.PathOf(step));
            foreach (var report in ReportFiles.Of(run.Workspace.Evidence.Read(step)!).Where(ReportFiles.IsKept))
                files[report] = File.ReadAllBytes(Path.Combine(run.Workspace.Reports, report));
        }

        var listed = document with { Files = new(files.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal) };
        files[ReleaseDocument.FileName] = ReleaseJson.Write(listed);
        if (files.Count > MostFiles || files.Values.Sum(bytes => (long)bytes.Length) > MostBytes)
            throw new InputException($"The release of {run.Spec.Name} has more than {MostFiles} files or {MostBytes >> 20} MB, which nobody could approve: shorten the reports of the spec.");
        return new ReleaseFolder(listed, files);
    }

    /// <summary>What <c>release.json</c> says of any release; the files are listed when its folder is built.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="version">The version.</param>
    /// <param name="candidate">The bundle's digest.</param>
    /// <param name="origin">How the release came to be.</param>
    /// <param name="released">When, in UTC.</param>
    public static ReleaseDocument Describe(ModelRun run, SemanticVersion version, Digest candidate, string origin, DateTimeOffset released) => new()
    {
        Model = run.Spec.Name,
        Version = version.ToString(),
        Bundle = candidate,
        Origin = origin,
        Released = released,
        Tool = run.Tool.Version,
        Data = run.DataDigest,
        Spec = run.SpecDigest,
        Challenger = run.Spec.Challenger?.Name,
        Files = [],
    };

    /// <summary>Where a step's evidence is in the folder.</summary>
    public static string EvidencePath(string step) => $"evidence/{step}.json";

    /// <summary>Writes the folder beside the model's other releases. Half a release is never there.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(string path) => AtomicFolder.Replace(path, next =>
    {
        foreach (var (file, bytes) in Files)
            AtomicFile.Write(Path.Combine(next, file), bytes);
    });
}
