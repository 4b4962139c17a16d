using ModelPipeline.Registry;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Releasing.Reading;

namespace ModelPipeline.Releasing;

/// <summary>Whether a release's version and reasons are those that follow from champion and candidate, whatever <c>release.json</c> says.</summary>
internal static class HeadVersion
{
    /// <summary>What is wrong with them; <see langword="null"/> where they are right, or where bundle or version cannot be read, which other checks tell.</summary>
    /// <param name="at">The base.</param>
    /// <param name="head">The head.</param>
    /// <param name="document">Its <c>release.json</c>.</param>
    public static string? Fault(ReleaseBase at, ReleaseHead head, ReleaseDocument document)
    {
        if (head.Bundle is not { } candidate || !SemanticVersion.TryParse(head.Version, out var version))
            return null;
        try
        {
            var plan = Plan(at, candidate, version);
            var bump = plan.Bump is { } grown ? VersionPlan.NameOf(grown) : null;
            return bump == document.Bump && plan.Changes.SequenceEqual(document.Changes)
                ? null
                : $"does not say what changed, which is {bump ?? "the first release"}: {QuotedText.Escape(string.Join("; ", plan.Changes), 400)}";
        }
        catch (InputException fault)
        {
            return $"is of a version that is too low: {QuotedText.Escape(fault.Message, 400)}";
        }
    }

    /// <exception cref="InputException">The version is too low for what changed.</exception>
    private static VersionPlan Plan(ReleaseBase at, ReadBundle candidate, SemanticVersion version)
    {
        var spent = new HashSet<SemanticVersion>();
        return at.ChampionManifest is { } champion && SemanticVersion.TryParse(at.Champion?.Version, out var last)
            ? VersionPlan.Of(last, VersionChanges.Between(champion, candidate.Manifest), at.Spec.Release.Bump, version, spent)
            : VersionPlan.OfFirst(version, spent);
    }
}
