using ModelPipeline.Registry;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>The version that a candidate is proposed as, and why.</summary>
/// <param name="Version">The version.</param>
/// <param name="Bump">The part that grows; <see langword="null"/> for a model's first release.</param>
/// <param name="Changes">Why, one sentence each, what breaks callers first.</param>
internal sealed record VersionPlan(SemanticVersion Version, VersionBump? Bump, IReadOnlyList<string> Changes)
{
    private static readonly SemanticVersion First = new(1, 0, 0);

    /// <summary>Plans a model's first release.</summary>
    /// <param name="wanted">What <c>--release-version</c> names.</param>
    /// <param name="spent">Versions that have a tag already.</param>
    /// <exception cref="InputException">The wanted version is spent, or none is wanted and a newer one than would be next has a tag.</exception>
    public static VersionPlan OfFirst(SemanticVersion? wanted, IReadOnlySet<SemanticVersion> spent) =>
        new(Unspent(wanted, First, spent), null, ["the model's first release"]);

    /// <summary>Plans the release after a champion.</summary>
    /// <param name="champion">The champion's version.</param>
    /// <param name="changes">What differs from the champion.</param>
    /// <param name="forced">What <c>release.bump</c> says: this part grows, and it must be enough.</param>
    /// <param name="wanted">What <c>--release-version</c> names.</param>
    /// <param name="spent">Versions that have a tag already.</param>
    /// <exception cref="InputException">The forced or wanted version is less than what changed demands, or spent; or none is wanted and a newer one than would be next has a tag.</exception>
    public static VersionPlan Of(
        SemanticVersion champion, IReadOnlyList<VersionChange> changes, VersionBump forced, SemanticVersion? wanted, IReadOnlySet<SemanticVersion> spent)
    {
        var demanded = changes.Max(change => change.Bump);
        if (forced != VersionBump.Auto && forced < demanded)
            throw new InputException($"release.bump: {NameOf(forced)} is less than what changed since {champion}, which is {NameOf(demanded)}: {Reasons(changes, demanded)}. Say {NameOf(demanded)} or auto, or undo the change.");
        var least = Next(champion, forced == VersionBump.Auto ? demanded : forced);
        if (wanted < least)
            throw new InputException($"--release-version {wanted} is too low: after the champion {champion} it must be {least} at least: {Reasons(changes, demanded)}.");
        var version = Unspent(wanted, least, spent);
        return new VersionPlan(version, BumpFrom(champion, version), [.. changes.Select(change => $"{NameOf(change.Bump)}: {change.Reason}")]);
    }

    /// <summary>A part's name in specs and in <c>release.json</c>.</summary>
    public static string NameOf(VersionBump bump) => bump switch
    {
        VersionBump.Major => "major",
        VersionBump.Minor => "minor",
        VersionBump.Patch => "patch",
        _ => "auto",
    };

    private static SemanticVersion Unspent(SemanticVersion? wanted, SemanticVersion least, IReadOnlySet<SemanticVersion> spent)
    {
        if (wanted is { } version)
            return spent.Contains(version) ? throw new InputException($"--release-version {version}: there is a tag of this version already, and a tag is never moved. Name a newer one.") : version;
        while (spent.Any(other => other >= least && (other.Major, other.Minor) == (least.Major, least.Minor)))
            least = Next(least, VersionBump.Patch);
        return spent.Where(other => other > least).Order().Select(other => (SemanticVersion?)other).LastOrDefault() is { } newest
            ? throw new InputException($"The version would be {least}, but there is a tag of {newest}, which is newer: bring its release back to the default branch, or name the version with --release-version.")
            : least;
    }

    private static SemanticVersion Next(SemanticVersion version, VersionBump bump) => bump switch
    {
        VersionBump.Major => new(version.Major + 1, 0, 0),
        VersionBump.Minor => new(version.Major, version.Minor + 1, 0),
        _ => new(version.Major, version.Minor, version.Patch + 1),
    };

    private static VersionBump BumpFrom(SemanticVersion champion, SemanticVersion version) =>
        version.Major > champion.Major ? VersionBump.Major
        : version.Minor > champion.Minor ? VersionBump.Minor
        : VersionBump.Patch;

    private static string Reasons(IEnumerable<VersionChange> changes, VersionBump bump) =>
        string.Join("; ", changes.Where(change => change.Bump == bump).Select(change => change.Reason));
}
