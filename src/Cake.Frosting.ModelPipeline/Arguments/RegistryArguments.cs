using System.Globalization;
using Cake.Frosting.ModelPipeline.Tasks;
using ModelPipeline;
using ModelPipeline.Registry;
using ModelPipeline.Specs;

namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The arguments of the targets that change the registry, and <c>--pull-request</c>.</summary>
internal static class RegistryArguments
{
    private const string Spec = "model.yaml";
    private static readonly string[] Changing = [PromoteTask.Name, RollbackTask.Name, RetireTask.Name];

    /// <summary>Every fault of the arguments' values, and every argument that is missing.</summary>
    /// <param name="values">The values of an argument.</param>
    /// <param name="targets">The targets of the command line.</param>
    public static IEnumerable<string> Faults(Func<string, IEnumerable<string>> values, IReadOnlyList<string> targets)
    {
        if (values(PipelineArguments.PullRequest).LastOrDefault() is { } number && !string.IsNullOrWhiteSpace(number) && Number(number) is null)
            yield return $"--pull-request {QuotedText.Of(number)} is no number of a pull request";
        foreach (var target in targets.Where(target => Changing.Contains(target, StringComparer.OrdinalIgnoreCase)))
        {
            if (values(PipelineArguments.Model).Count() != 1)
                yield return $"the target {QuotedText.Escape(target)} needs one --model=NAME";
        }

        if (targets.Contains(RollbackTask.Name, StringComparer.OrdinalIgnoreCase) && !values(PipelineArguments.Reason).Any())
            yield return $"'--{PipelineArguments.Reason}' is missing: the target {RollbackTask.Name} needs --{PipelineArguments.Reason}=TEXT, for those who ask later";
    }

    /// <summary>The number of a pull request; <see langword="null"/> where it is none.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The name of the model that was given by its name, its folder or its <c>model.yaml</c>. Not every model of the registry is in this checkout.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="root">The folder that paths are relative to.</param>
    /// <exception cref="InputException">It names a challenger, or something in a folder that holds no models.</exception>
    public static string ModelName(string given, string root)
    {
        var path = Path.TrimEndingDirectorySeparator(given);
        var folder = Path.GetFileName(path) == Spec ? Path.GetDirectoryName(Path.GetFullPath(path, root))! : path;
        var within = Path.GetDirectoryName(folder);
        var isModel = string.IsNullOrEmpty(within) || Path.GetFileName(within) == ModelSelector.Folder || File.Exists(Path.Combine(Path.GetFullPath(folder, root), Spec));
        return isModel
            ? Path.GetFileName(folder)
            : throw new InputException($"--model {QuotedText.Of(given)} is no model: versions and stages are the model's, whichever challenger a version came from; name the model alone, as in --model diamonds");
    }

    /// <summary>The version that was given; <see langword="null"/> where none was.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static SemanticVersion? Version(PipelineContext context)
    {
        if (context.Argument(PipelineArguments.ReleaseVersion) is not { } written)
            return null;
        return SemanticVersion.TryParse(written, out var version)
            ? version
            : throw new InputException($"--{PipelineArguments.ReleaseVersion} {QuotedText.Of(written)} is no version such as 1.0.0");
    }
}
