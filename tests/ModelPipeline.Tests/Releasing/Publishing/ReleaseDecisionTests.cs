using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Publishing;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class ReleaseDecisionTests
{
    private static readonly PlannedAsset Bundle = new("bundle.zip", 3, Digest.Of("bundle"));
    private static readonly PlannedAsset Card = new("MODEL_CARD.md", 5, Digest.Of("card"));

    private static readonly ReleasePlan Plan = new()
    {
        Model = "churn", Version = "1.3.0", Tag = "churn@v1.3.0", TagMessage = "", PullRequest = 12, Head = "head", Title = "churn 1.3.0", Notes = $"{DraftMarker.Of("churn@v1.3.0")}\nnotes\n",
        Assets = [Bundle, Card], Image = new PlannedImage("ghcr.io/acme/churn:1.3.0", Digest.Of("image")),
    };

    private static readonly PullRequest Open = new PublishingHost(new Wire(), new VirtualClock()).Requests.Request;

    private static readonly ReleasePage Draft = new()
    {
        Id = 7, Tag = Plan.Tag, Target = "merged", Title = Plan.Title, Body = Plan.Notes, IsDraft = true, UploadAddress = "", Page = "page/7",
        Assets = [Uploaded(1, Bundle), Uploaded(2, Card)],
    };

    /// <summary>All is done.</summary>
    private static readonly ReleaseState Done = new()
    {
        Request = Open with { IsOpen = false, MergeCommit = "merged" },
        IsMergedAsJudged = true,
        Tag = new GitTag(Plan.Tag, "merged", "", "", null),
        Pages = [Draft with { IsDraft = false }],
        Image = Plan.Image.Digest,
    };

    private static readonly ReleaseState Drafted = Done with { Pages = [Draft] };

    [Fact]
    public void Where_all_is_there_nothing_is_left() => Next(Done).ShouldBe(new NextAction.Done());

    [Fact]
    public void First_the_pull_request_is_merged() =>
        Next(Done with { Request = Open, IsMergedAsJudged = false, Tag = null, Pages = [Draft], Image = null }).ShouldBe(new NextAction.Merge());

    [Fact]
    public void Then_the_tag_is_made() => Next(Drafted with { Tag = null, Image = null }).ShouldBe(new NextAction.CreateTag());

    [Fact]
    public void Then_the_draft_is_made() => Next(Done with { Pages = [], Image = null }).ShouldBe(new NextAction.CreateDraft());

    [Fact]
    public void Then_what_is_absent_is_uploaded() => Next(With(Uploaded(1, Bundle))).Text(Plan).ShouldBe("uploading MODEL_CARD.md");

    [Fact]
    public void What_is_different_is_removed_first() => Next(With(Uploaded(1, Bundle), Uploaded(2, Card with { Digest = Digest.Of("other") }))).ShouldBe(new NextAction.DeleteAsset(2, Card.Name));

    [Fact]
    public void What_has_the_approved_digest_is_never_removed_whatever_size_was_planned() =>
        Next(With(Uploaded(1, Bundle), Uploaded(2, Card with { Bytes = 6 }))).ShouldBeOfType<NextAction.Stop>().Reason.ShouldStartWith("MODEL_CARD.md has the approved digest and 6 bytes");

    [Fact]
    public void An_asset_without_a_digest_is_no_planned_one() =>
        Next(With(Uploaded(1, Bundle), Uploaded(2, Card) with { Digest = null })).ShouldBe(new NextAction.DeleteAsset(2, Card.Name));

    [Fact]
    public void What_is_being_uploaded_is_waited_for() =>
        Next(With(Uploaded(1, Bundle), Uploaded(2, Card) with { IsUploaded = false })).ShouldBe(new NextAction.Wait("another run is uploading MODEL_CARD.md"));

    [Fact]
    public void What_else_is_absent_is_uploaded_meanwhile() => Next(With(Uploaded(2, Card) with { IsUploaded = false })).Text(Plan).ShouldBe("uploading bundle.zip");

    [Fact]
    public void A_remnant_is_removed() =>
        Next(With(Uploaded(1, Bundle), Uploaded(2, Card) with { IsUploaded = false }) with { Remnants = new HashSet<long> { 2 } }).ShouldBe(new NextAction.DeleteAsset(2, Card.Name));

    [Fact]
    public void What_is_not_planned_is_removed_last() =>
        Next(With(Uploaded(1, Bundle), Uploaded(2, Card), Uploaded(3, new PlannedAsset("odd", 1, Digest.Of("odd"))))).ShouldBe(new NextAction.DeleteAsset(3, "odd"));

    [Fact]
    public void Then_title_and_notes_are_written() => Next(Drafted with { Pages = [Draft with { Title = "churn@v1.3.0" }] }).ShouldBe(new NextAction.UpdateDraft(7));

    [Fact]
    public void Line_ends_are_the_hosts() => Next(Drafted with { Pages = [Draft with { Body = Plan.Notes.Replace("\n", "\r\n", StringComparison.Ordinal) }] }).ShouldBe(new NextAction.Publish(7));

    [Fact]
    public void Then_superfluous_drafts_go_the_youngest_ones() => Next(Drafted with { Pages = [Draft, Draft with { Id = 8 }] }).ShouldBe(new NextAction.DeleteDuplicateDraft(8));

    [Fact]
    public void Then_the_image_is_pushed() => Next(Drafted with { Image = null }).ShouldBe(new NextAction.PushImage());

    [Fact]
    public void Then_the_draft_is_published() => Next(Drafted).ShouldBe(new NextAction.Publish(7));

    [Fact]
    public void A_published_release_is_the_release_even_if_a_draft_is_older() =>
        Next(Done with { Pages = [Draft with { Id = 6 }, Draft with { IsDraft = false }] }).ShouldBe(new NextAction.DeleteDuplicateDraft(6));

    [Fact]
    public void Last_the_drafts_with_the_artifacts_of_proposals_go() => Next(Done with { Artifacts = [5, 6] }).ShouldBe(new NextAction.DeleteArtifacts(5));

    [Fact]
    public void Before_the_release_is_public_the_artifacts_stay() => Next(Drafted with { Artifacts = [5] }).ShouldBe(new NextAction.Publish(7));

    [Fact]
    public void A_tag_that_is_no_annotated_one_stops_before_the_merge() =>
        Next(Done with { Request = Open, IsMergedAsJudged = false, Tag = null, Pages = [], Image = null, IsTagTaken = true }).ShouldBeOfType<NextAction.Stop>().Check.ShouldBe("tag");

    [Theory]
    [InlineData("Bundle: b\nImage: i\nJudged-Head: other\n")]
    [InlineData("Bundle: b\nJudged-Head: head\n")]
    [InlineData("")]
    public void A_tag_that_was_made_for_something_else_is_not_ours(string message)
    {
        var plan = Plan with { TagMessage = "Release churn 1.3.0\n\nBundle: b\nImage: i\nPull-Request: https://host/pull/12\nJudged-Head: head\n" };

        ReleaseDecision.Next(plan, Done with { Tag = Done.Tag! with { Message = message } }).ShouldBeOfType<NextAction.Stop>().Reason.ShouldContain("was not made for this release");
        ReleaseDecision.Next(plan, Done with { Tag = Done.Tag! with { Message = plan.TagMessage.Replace("https://host", "https://new", StringComparison.Ordinal).TrimEnd() } }).ShouldBe(new NextAction.Done());
    }

    private static NextAction Next(ReleaseState state) => ReleaseDecision.Next(Plan, state);

    private static ReleaseState With(params ReleaseAsset[] assets) => Drafted with { Pages = [Draft with { Assets = assets }] };

    private static ReleaseAsset Uploaded(long id, PlannedAsset asset) => new(id, asset.Name, true, asset.Bytes, asset.Digest, DateTimeOffset.UnixEpoch);
}
