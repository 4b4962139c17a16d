using ModelPipeline.Registry;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Where releases are in version control.</summary>
internal static class ReleasePaths
{
    /// <summary>The folder of a model's releases, for example <c>models/churn/releases</c>.</summary>
    /// <exception cref="InputException">The model is not below the repository's root.</exception>
    public static string Root(ModelRun run) => run.RepositoryFolder is var folder && (folder == "." || folder.Split('/')[0] == ".." || Path.IsPathRooted(folder))
        ? throw new InputException($"The model's folder '{run.Spec.Folder}' is not below the repository's root '{run.Options.Repository}': run this in the model's repository.")
        : $"{folder}/releases";

    /// <summary>The folder of a version.</summary>
    public static string Folder(ModelRun run, SemanticVersion version) => $"{Root(run)}/{version}";

    /// <summary>The branch that a version is proposed on.</summary>
    public static string Branch(ModelRun run, SemanticVersion version) => $"release/{run.Spec.Name}-{version}";
}
