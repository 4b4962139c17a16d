using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Tests.Releasing;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class EvidenceCases : GateCase
{
    public static TheoryData<string> Steps => [.. StepNames.Required];

    [Theory]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.LoadTest)]
    public async Task Case_44_evidence_of_another_bundle(string step)
    {
        Scene.Judged.Leave(step, change: evidence => evidence with { Candidate = Digest.Of("other") });
        World.ForcePush(World.Files());

        await ShouldBeBlockedAsync($"evidence.{step}", $"{step} judged another bundle");
    }

    [Fact]
    public async Task Case_44_a_card_edited_by_hand()
    {
        World.Push(new() { { $"{ReleaseScene.Folder}/MODEL_CARD.md", "# better\n" } }, by: Sam);

        await ShouldBeBlockedAsync("release_files", "not as release.json lists them: 'MODEL_CARD.md'");
    }

    [Fact]
    public async Task Case_44_a_card_edited_by_hand_and_listed_so()
    {
        var card = "# better\n"u8.ToArray();
        Scene.Change = document => document with { Files = new(document.Files.ToDictionary(file => file.Key, file => file.Key == "MODEL_CARD.md" ? Digest.Of(card) : file.Value), StringComparer.Ordinal) };
        var files = World.Files();
        files[$"{ReleaseScene.Folder}/MODEL_CARD.md"] = card;
        World.ForcePush(files);

        await ShouldBeBlockedAsync("model_card", "the model card was changed after it was rendered");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Case_44_evidence_that_is_missing(string step)
    {
        World.Push(new() { { $"{ReleaseScene.Folder}/evidence/{step}.json", (byte[]?)null } });
        Review(Rita, "APPROVED");

        var ruling = await World.ShouldBeAsync(GateDecision.Indeterminate, $"evidence.{step}", "left no evidence");

        ruling.Checks.Single(check => check.Name == "release_files").Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public async Task Case_44_a_bundle_that_was_exchanged()
    {
        World.Push(new() { { $"{ReleaseScene.Folder}/bundle.zip", "PK" } });

        await ShouldBeBlockedAsync("release_files", "'bundle.zip'");
    }

    [Fact]
    public async Task Case_44_a_tree_that_GitHub_cuts_off()
    {
        World.Models.TreeLimit = 3;
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "nothing can be said");
    }

    private async Task ShouldBeBlockedAsync(string check, string reason)
    {
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Blocked, check, reason);
    }
}
