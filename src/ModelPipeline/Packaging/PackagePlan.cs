using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>What the image of a run's candidate is made of.</summary>
internal static class PackagePlan
{
    /// <summary>The file that pins a base from a registry: <c>image.lock</c> beside <c>model.yaml</c>, or <c>&lt;challenger&gt;.lock</c> beside a challenger, whose base may be another.</summary>
    public static string LockFile(ModelSpec spec) => Path.Combine(spec.Folder, spec.Challenger is { } challenger ? ChallengerFiles.LockWithin(challenger.Name) : "image.lock");

    /// <summary>The request to the image builder.</summary>
    /// <exception cref="InputException">The model starts programs, and the base has none.</exception>
    public static ImageRequest Of(ModelRun run, ModelBundle candidate) => run.Engine.StartsPrograms && run.Spec.Package.Base == PackageSpec.Scratch
        ? throw new InputException(
            $"Models of engine '{run.Engine.Name}' start programs, and an image from {PackageSpec.Scratch} has none: set package.base in {run.Spec.File} to an image that has the programs of this model.")
        : Request(run, candidate);

    /// <summary>Whether a base is an archive on disk: a path that begins with a point or a slash, or ends in <c>.tar</c>.</summary>
    public static bool IsArchive(string image) =>
        image.StartsWith("./", StringComparison.Ordinal) || image.StartsWith("../", StringComparison.Ordinal) || image.StartsWith('/') || image.EndsWith(".tar", StringComparison.Ordinal);

    private static ImageRequest Request(ModelRun run, ModelBundle candidate) => new()
    {
        Name = run.Spec.ImageName,
        Bundle = candidate,
        Description = run.Spec.Description,
        NativeLibraries = run.Engine.NativeLibraries,
        Base = BaseOf(run.Spec),
        LockFile = LockFile(run.Spec),
        Archive = run.Workspace.Image,
        Cache = Path.GetFullPath(run.Workspace.ImageCache),
    };

    private static string BaseOf(ModelSpec spec) =>
        IsArchive(spec.Package.Base) ? Path.GetFullPath(Path.Combine(spec.Folder, spec.Package.Base)) : spec.Package.Base;
}
