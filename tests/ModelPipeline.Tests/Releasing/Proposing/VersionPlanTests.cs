using ModelPipeline.Registry;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Proposing;

public sealed class VersionPlanTests
{
    private static readonly SemanticVersion Champion = new(1, 2, 3);

    [Theory]
    [InlineData(VersionBump.Patch, "1.2.4")]
    [InlineData(VersionBump.Minor, "1.3.0")]
    [InlineData(VersionBump.Major, "2.0.0")]
    public void The_part_grows_that_the_changes_demand(VersionBump bump, string version)
    {
        var plan = Plan(changes: [VersionBump.Patch, bump]);

        (plan.Version.ToString(), plan.Bump).ShouldBe((version, bump));
        plan.Changes.ShouldBe(["patch: patch happened", $"{VersionPlan.NameOf(bump)}: {VersionPlan.NameOf(bump)} happened"]);
    }

    [Theory]
    [InlineData(VersionBump.Patch, VersionBump.Minor, "1.3.0")]
    [InlineData(VersionBump.Patch, VersionBump.Major, "2.0.0")]
    [InlineData(VersionBump.Minor, VersionBump.Minor, "1.3.0")]
    public void The_spec_may_force_a_part_that_is_enough(VersionBump demanded, VersionBump forced, string version) =>
        Plan(forced: forced, changes: demanded).Version.ToString().ShouldBe(version);

    [Theory]
    [InlineData(VersionBump.Major, VersionBump.Patch)]
    [InlineData(VersionBump.Major, VersionBump.Minor)]
    [InlineData(VersionBump.Minor, VersionBump.Patch)]
    public void A_forced_part_that_is_less_than_what_changed_is_refused(VersionBump demanded, VersionBump forced)
    {
        var (less, more) = (VersionPlan.NameOf(forced), VersionPlan.NameOf(demanded));

        Should.Throw<InputException>(() => Plan(forced: forced, changes: demanded)).Message
            .ShouldBe($"release.bump: {less} is less than what changed since 1.2.3, which is {more}: {more} happened. Say {more} or auto, or undo the change.");
    }

    [Theory]
    [InlineData("1.3.0")]
    [InlineData("1.3.7")]
    [InlineData("4.0.0")]
    public void A_version_that_is_named_is_taken_where_it_is_high_enough(string wanted) =>
        Plan(wanted: wanted, changes: VersionBump.Minor).Version.ToString().ShouldBe(wanted);

    [Theory]
    [InlineData("1.2.4")]
    [InlineData("1.2.3")]
    [InlineData("0.9.0")]
    public void A_version_that_is_named_and_too_low_is_refused(string wanted) =>
        Should.Throw<InputException>(() => Plan(wanted: wanted, changes: VersionBump.Minor)).Message
            .ShouldBe($"--release-version {wanted} is too low: after the champion 1.2.3 it must be 1.3.0 at least: minor happened.");

    [Fact]
    public void A_version_that_is_named_must_be_enough_for_the_forced_part_too() =>
        Should.Throw<InputException>(() => Plan(forced: VersionBump.Major, wanted: "1.3.0", changes: VersionBump.Patch)).Message.ShouldContain("must be 2.0.0 at least");

    [Fact]
    public void A_spent_version_gives_way_to_the_next_patch() =>
        Plan(spent: ["1.3.0", "1.3.1", "1.3.3"], changes: VersionBump.Minor).Version.ToString().ShouldBe("1.3.4");

    [Theory]
    [InlineData("1.3.0")]
    [InlineData("2.0.0")]
    public void A_version_below_the_newest_tag_is_taken_only_where_it_is_named(string newest)
    {
        Should.Throw<InputException>(() => Plan(spent: ["1.2.4", newest], changes: VersionBump.Patch)).Message
            .ShouldBe($"The version would be 1.2.5, but there is a tag of {newest}, which is newer: bring its release back to the default branch, or name the version with --release-version.");
        Plan(wanted: "1.2.5", spent: ["1.2.4", newest], changes: VersionBump.Patch).Version.ToString().ShouldBe("1.2.5");
    }

    [Fact]
    public void A_version_that_is_named_and_spent_is_refused() =>
        Should.Throw<InputException>(() => Plan(wanted: "2.0.0", spent: ["2.0.0"], changes: VersionBump.Patch)).Message.ShouldContain("there is a tag of this version already");

    [Theory]
    [InlineData(null, "1.0.0")]
    [InlineData("0.1.0", "0.1.0")]
    public void A_first_release_is_1_0_0_unless_another_is_named(string? wanted, string version)
    {
        var plan = VersionPlan.OfFirst(Parse(wanted), Spent([]));

        (plan.Version.ToString(), plan.Bump).ShouldBe((version, null));
    }

    [Fact]
    public void A_first_release_takes_no_spent_version()
    {
        VersionPlan.OfFirst(null, Spent(["1.0.0"])).Version.ToString().ShouldBe("1.0.1");
        Should.Throw<InputException>(() => VersionPlan.OfFirst(Parse("1.0.0"), Spent(["1.0.0"])));
    }

    private static VersionPlan Plan(VersionBump forced = VersionBump.Auto, string? wanted = null, string[]? spent = null, params VersionBump[] changes) =>
        VersionPlan.Of(Champion, [.. changes.Select(bump => new VersionChange(bump, $"{VersionPlan.NameOf(bump)} happened"))], forced, Parse(wanted), Spent(spent ?? []));

    private static HashSet<SemanticVersion> Spent(string[] versions) => [.. versions.Select(version => Parse(version)!.Value)];

    private static SemanticVersion? Parse(string? text) => SemanticVersion.TryParse(text, out var version) ? version : null;
}
