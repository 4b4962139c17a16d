namespace ModelPipeline.Cards.Tests;

public sealed class ReleaseNotesTests
{
    private const string Sha = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly ReleaseNotesDocument Notes = new(
        "churn",
        "1.3.0",
        "1.2.0",
        ["The feature tenure was added.", "Other data, of the same recipe."],
        [new CardStep("evaluate", "passed", "auc 0.8438 [0.8220, 0.8656]"), new CardStep("package", "passed", "image 0123456789ab | 18 MB")],
        [new CardFact("Bundle", Sha), new CardFact("Data", Sha)],
        "https://github.com/acme/models/blob/0123/models/churn/releases/1.3.0/MODEL_CARD.md",
        "https://github.com/acme/models/pull/12",
        $"ghcr.io/acme/churn@{Sha}");

    [Fact]
    public void The_notes_of_a_release_read_as_approved() => Rendered(Notes).ShouldBeApproved("release-notes");

    [Fact]
    public void The_notes_of_a_first_release_without_a_place_for_its_image_say_so() =>
        Rendered(Notes with { Champion = null, Changes = [], Image = null }).ShouldStartWith("The first release.\n\nIt was approved in https://github.com/acme/models/pull/12.");

    [Fact]
    public void A_change_in_markup_is_shown_as_it_is_written() =>
        Rendered(Notes with { Changes = ["<b>@everyone</b>"] }).ShouldContain("- &lt;b&gt;@<!-- -->everyone&lt;/b&gt;\n");

    private static string Rendered(ReleaseNotesDocument notes) => new ScribanDocumentRenderer("no-such-folder").Render("release-notes", notes, TestContext.Current.CancellationToken);
}
