using System.Globalization;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>What other data the candidate is made of than the champion.</summary>
internal static class DataChanges
{
    /// <summary>Changes of the data files and of the rows that are trained on.</summary>
    public static IEnumerable<VersionChange> Between(BundleData champion, BundleData candidate)
    {
        if (champion.Digest != candidate.Digest)
            yield return Patch($"the data are new: {candidate.Rows:N0} rows, {candidate.TrainRows:N0} of them to train on; the champion's {champion.Rows:N0} and {champion.TrainRows:N0}");
        else if (champion.TrainSplit != candidate.TrainSplit)
            yield return Patch($"the same data are split otherwise: {candidate.TrainRows:N0} rows to train on, the champion's {champion.TrainRows:N0}");
        if (champion.Newest != candidate.Newest && champion.Newest is not null && candidate.Newest is not null)
            yield return Patch($"the newest row is of {candidate.Newest:yyyy-MM-dd}, the champion's of {champion.Newest:yyyy-MM-dd}");
    }

    private static VersionChange Patch(FormattableString reason) => new(VersionBump.Patch, reason.ToString(CultureInfo.InvariantCulture));
}
