using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>What the image of a run's candidate is made of.</summary>
internal static class PackagePlan
{
    /// <summary>The file beside <c>model.yaml</c> that pins a base from a registry.</summary>
    public const string LockFile = "image.lock";

    /// <summary>The request to the image builder.</summary>
    public static ImageRequest Of(ModelRun run, ModelBundle candidate) => new()
    {
        Name = run.Spec.ImageName,
        Bundle = candidate,
        Description = run.Spec.Description,
        NativeLibraries = run.Engine.NativeLibraries,
        Base = BaseOf(run.Spec),
        LockFile = Path.Combine(run.Spec.Folder, LockFile),
        Archive = run.Workspace.Image,
        Cache = Path.GetFullPath(run.Workspace.ImageCache),
    };

    /// <summary>Whether a base is an archive on disk: a path that begins with a point or a slash, or ends in <c>.tar</c>.</summary>
    public static bool IsArchive(string image) =>
        image.StartsWith("./", StringComparison.Ordinal) || image.StartsWith("../", StringComparison.Ordinal) || image.StartsWith('/') || image.EndsWith(".tar", StringComparison.Ordinal);

    private static string BaseOf(ModelSpec spec) =>
        IsArchive(spec.Package.Base) ? Path.GetFullPath(Path.Combine(spec.Folder, spec.Package.Base)) : spec.Package.Base;
}
