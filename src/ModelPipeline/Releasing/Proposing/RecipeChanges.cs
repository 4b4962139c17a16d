using ModelPipeline.Differential.Causes;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>How the candidate is made otherwise than the champion was.</summary>
internal static class RecipeChanges
{
    /// <summary>Changes of engine, trainer and parameters; of library versions and the seed, which are no other recipe. Another engine has other libraries anyway.</summary>
    public static IEnumerable<VersionChange> Between(BundleManifest champion, BundleManifest candidate)
    {
        foreach (var change in RecipeCause.Between(champion, candidate))
            yield return new VersionChange(VersionBump.Minor, change);
        if (champion.Engine == candidate.Engine)
            foreach (var change in Change.Between(champion.Versions, candidate.Versions))
                yield return new VersionChange(VersionBump.Patch, $"the version of {change}");
        if (champion.Seed != candidate.Seed)
            yield return new VersionChange(VersionBump.Patch, FormattableString.Invariant($"the seed is {candidate.Seed}, the champion's {champion.Seed}"));
    }
}
