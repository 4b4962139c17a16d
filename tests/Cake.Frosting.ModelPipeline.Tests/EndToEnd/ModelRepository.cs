using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>A user's repository in a temporary folder: samples of this one, to be changed and run.</summary>
internal sealed class ModelRepository : IDisposable
{
    /// <summary>Copies samples without their champions: nothing is compared.</summary>
    public ModelRepository(params string[] samples)
        : this(withChampions: false, samples)
    {
    }

    private ModelRepository(bool withChampions, string[] samples)
    {
        foreach (var sample in samples)
            Copy(Path.Combine(Repository.Root, "models", sample), Path.Combine(Folder, "models", sample));
        foreach (var sample in withChampions ? [] : samples)
            Directory.Delete(Path.Combine(Folder, "models", sample, "releases"), recursive: true);
        ShareImageCache();
        foreach (var sample in samples)
            LightenLoad(Spec(sample));
    }

    /// <summary>Copies samples with their champions.</summary>
    public static ModelRepository WithChampions(params string[] samples) => new(withChampions: true, samples);

    public string Folder { get; } = Directory.CreateTempSubdirectory("model-repository-").FullName;

    public string Workspace => Path.Combine(Folder, ".pipeline");

    public string Spec(string model) => Path.Combine(Folder, "models", model, "model.yaml");

    public string Data(string model) => Path.Combine(Folder, "models", model, "data", model + ".csv");

    public string Card(string model) => Path.Combine(Workspace, model, "reports", "MODEL_CARD.md");

    public EvidenceStore Evidence(string model) => new(Path.Combine(Workspace, model, "evidence"));

    public void Edit(string path, string old, string replacement)
    {
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public Task<HostRun> RunAsync(params string[] arguments) => HostRun.StartAsync(HostRun.BuiltHost, Folder, arguments);

    /// <summary>Every file below the workspace that a stopped or failed run must not leave; the image cache is a link, and other tests write there.</summary>
    public string[] HalfWritten() => !Directory.Exists(Workspace) ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(Workspace, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.EndsWith(".new", StringComparison.Ordinal) || path.EndsWith(".old", StringComparison.Ordinal)),
    ];

    /// <summary>Runs of all tests take the layers that do not change from one place, as the models of a workspace do.</summary>
    private void ShareImageCache()
    {
        Directory.CreateDirectory(Workspace);
        Directory.CreateSymbolicLink(Path.Combine(Workspace, ".cache"), ImageCache.Folder);
    }

    /// <summary>Asks so little of the service that a busy machine makes no difference.</summary>
    private static void LightenLoad(string spec) =>
        File.WriteAllLines(spec, File.ReadAllLines(spec).Select(line => line.StartsWith("load:", StringComparison.Ordinal) ? "load: { rate: 10, seconds: 1, p99_ms: 600000 }" : line));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
