using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Reading;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>What the folder of a release may hold: what <see cref="ReleaseFolder.Build"/> writes, and nothing else.</summary>
internal static class HeadFiles
{
    /// <summary>What is in the folder and no part of a release: other files, what is no plain file, names that are equal but for case.</summary>
    /// <param name="head">The head.</param>
    /// <param name="release">Its evidence, which names the reports.</param>
    public static string[] Surplus(ReleaseHead head, ReleaseEvidence release)
    {
        var expected = StepNames.Required.Select(ReleaseFolder.EvidencePath)
            .Concat(release.Steps.Values.Select(step => step.Evidence).OfType<StepEvidence>().SelectMany(ReportFiles.Of).Where(ReportFiles.IsKept))
            .Concat([ModelWorkspace.ModelCardName, ReleaseDocument.FileName, BundleArchive.FileName])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. head.Odd,
            .. head.Files.Keys.Where(file => !expected.Contains(file)),
            .. head.Files.Keys.GroupBy(file => file, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).SelectMany(group => group),
        ];
    }
}
