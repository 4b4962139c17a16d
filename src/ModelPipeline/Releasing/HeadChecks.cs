using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing;

/// <summary>Whether a pull request's head holds one release and nothing else, in the very bytes that <c>release.json</c> lists (R15).</summary>
internal static class HeadChecks
{
    /// <summary>The check of what <c>release.json</c> says.</summary>
    public const string ReleaseName = "release";

    private const int MostNamed = 5;

    /// <summary>Judges the head: its release with all its evidence, where there is one.</summary>
    /// <param name="at">The base.</param>
    /// <param name="head">The head.</param>
    public static IReadOnlyList<Check> JudgeAll(ReleaseBase at, ReleaseHead head)
    {
        if (head.Folder is null)
            return [JudgeFolder(head)];
        var evidence = HeadEvidence.Read(at, head);
        return [JudgeFolder(head), JudgeFiles(head, evidence), JudgeDocument(at, head, evidence), .. ReleaseChecks.JudgeAll(evidence)];
    }

    private static Check JudgeFolder(ReleaseHead head)
    {
        string[] beside =
        [
            .. head.Changed.SelectMany(file => new[] { file.Path, file.PreviousPath }).OfType<string>()
                .Where(path => head.Folder is null || !path.StartsWith(head.Folder + "/", StringComparison.Ordinal)),
        ];
        return Found("release_folder", head switch
        {
            { Folder: null } => $"a release pull request adds the folder of one version of {head.Model}, this one does not",
            { IsAtBase: true } => $"{QuotedText.Escape(head.Folder)} is released already",
            _ when beside.Length > 0 => $"a release pull request changes nothing beside the release, this one changes {Named(beside)}",
            _ => null,
        }, $"the pull request adds {head.Folder} and changes nothing else");
    }

    private static Check JudgeFiles(ReleaseHead head, ReleaseEvidence evidence)
    {
        var listed = head.Document?.Files;
        var surplus = HeadFiles.Surplus(head, evidence);
        string[] differing = listed is null ? [] :
        [
            .. listed.Where(file => head.DigestOf(file.Key) != file.Value).Select(file => file.Key),
            .. head.Files.Keys.Where(path => path != ReleaseDocument.FileName && !listed.ContainsKey(path)),
        ];
        return Found(
            "release_files",
            listed is null ? head.DocumentFault ?? "there is no release to read"
                : differing.Length > 0 ? $"not as release.json lists them: {Named(differing)}"
                : surplus.Length > 0 ? $"no part of a release: {Named(surplus)}"
                : null,
            string.Create(CultureInfo.InvariantCulture, $"{listed?.Count} files are as release.json lists them"));
    }

    private static Check JudgeDocument(ReleaseBase at, ReleaseHead head, ReleaseEvidence evidence)
    {
        if (head.Document is not { } document)
            return Found(ReleaseName, head.DocumentFault ?? "there is no release to read", "");
        var image = evidence.Of(StepNames.Package)?.Facts.GetValueOrDefault(PackageStep.ImageFact);
        string?[] faults =
        [
            document.Model == head.Model ? null : $"is of the model {QuotedText.Of(document.Model)}",
            document.Version == head.Version ? null : $"is of the version {QuotedText.Of(document.Version)}, its folder of {QuotedText.Of(head.Version ?? "")}",
            IsNewer(head.Version, at.Champion) ? null : $"is of the version {QuotedText.Of(document.Version)}, which is not newer than the champion {at.Champion?.Version}",
            document.Origin == ReleaseDocument.Proposed ? null : $"has the origin {QuotedText.Of(document.Origin)}",
            document.Champion == at.Champion ? null : $"was compared with {Shown(document.Champion)}, the champion is {Shown(at.Champion)}",
            document.Spec == at.Spec.Digest ? null : $"is of another model.yaml{(at.Spec.Challenger is { } challenger ? $" or {challenger.File}" : "")} than the base's, or of another file that its recipe reads",
            document.Bundle == evidence.Candidate ? null : $"is of the bundle {document.Bundle}, the evidence of {evidence.Candidate?.ToString() ?? "none"}",
            head.BundleFault is { } fault ? $"is of a bundle that cannot be judged: {fault}" : null,
            Misfit(at, head),
            document.Image?.Digest.ToString() == image ? null : "is of another image than the one that was tried",
            document.Image?.Name == at.Spec.Package.Image ? null : $"names the image {QuotedText.Of(document.Image?.Name ?? "")}, the base's spec {QuotedText.Of(at.Spec.Package.Image ?? "")}",
            HeadVersion.Fault(at, head, document),
        ];
        return Found(ReleaseName, faults.Any(found => found is not null) ? $"release.json {string.Join("; it ", faults.OfType<string>())}" : null, $"{document.Model} {document.Version} is of the bundle {document.Bundle}");
    }

    /// <summary>What a challenger's limits were reviewed for is its recipe, and no other; what <c>model.yaml</c> demands holds for any bundle of its engine.</summary>
    private static string? Misfit(ReleaseBase at, ReleaseHead head) =>
        at.Spec.Challenger is { } challenger && head.Bundle is { } bundle && RecipeFit.Differences(at.Spec.Train, bundle.Manifest).ToArray() is { Length: > 0 } differences
            ? $"is of a bundle that is not of {challenger.File}: {string.Join(", ", differences)}"
            : null;

    private static bool IsNewer(string? text, Baseline? champion) =>
        SemanticVersion.TryParse(text, out var version) && (champion is null || (SemanticVersion.TryParse(champion.Version, out var last) && version > last));

    private static string Shown(Baseline? release) => release is null ? "none" : $"{QuotedText.Escape(release.Version)} ({release.Digest.Short})";

    private static string Named(string[] paths) =>
        string.Join(", ", paths.Take(MostNamed).Select(QuotedText.Of)) + (paths.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {paths.Length - MostNamed} more") : "");

    private static Check Found(string name, string? fault, string well) =>
        new() { Name = name, Status = fault is null ? Status.Passed : Status.Failed, Reason = fault ?? well };
}
