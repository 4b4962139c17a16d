using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class EvidenceCases : GateCase
{
    public static TheoryData<string> Steps => [.. StepNames.Required];

    [Theory]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.LoadTest)]
    public async Task Case_44_evidence_of_another_bundle(string step)
    {
        Scene.Judged.Leave(step, change: evidence => evidence with { Candidate = Digest.Of("other") });

        await ShouldBeBlockedAsync($"evidence.{step}", $"{step} judged another bundle");
    }

    [Fact]
    public async Task Case_44_all_evidence_is_of_another_bundle_than_the_archive_holds()
    {
        foreach (var step in StepNames.Required)
            Scene.Judged.Leave(step, change: evidence => evidence with { Candidate = Digest.Of("other") });
        Scene.Change = document => document with { Bundle = Digest.Of("other") };

        await ShouldBeBlockedAsync("bundle", $"the bundle is {Scene.Judged.Candidate}, the evidence is of {Digest.Of("other")}");
    }

    [Fact]
    public async Task Case_44_a_card_edited_by_hand()
    {
        Replace("MODEL_CARD.md", bytes => [.. "# better\n"u8, .. bytes]);

        await ShouldBeBlockedAsync("release_files", "not as release.json lists them: 'MODEL_CARD.md'", push: false, alone: false);
    }

    [Fact]
    public async Task Case_44_a_card_edited_by_hand_and_listed_so()
    {
        var card = "# better\n"u8.ToArray();
        Scene.Change = document => document with { Files = new(document.Files.ToDictionary(file => file.Key, file => file.Key == "MODEL_CARD.md" ? Digest.Of(card) : file.Value), StringComparer.Ordinal) };
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [$"{ReleaseScene.Folder}/MODEL_CARD.md"] = card });
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "model_card", "the model card was changed after it was rendered");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Case_44_evidence_that_is_missing(string step)
    {
        Replace($"evidence/{step}.json", _ => null);
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Indeterminate, $"evidence.{step}", "left no evidence");

        ruling.Checks.Single(check => check.Name == "release_files").Status.ShouldBe(Status.Failed);
    }

    [Theory]
    [InlineData(Status.Failed, GateDecision.Blocked)]
    [InlineData(Status.NoBaseline, GateDecision.Blocked)]
    [InlineData(Status.Error, GateDecision.Indeterminate)]
    [InlineData(Status.NotRun, GateDecision.Indeterminate)]
    [InlineData(Status.Pending, GateDecision.Indeterminate)]
    public async Task A_step_that_did_not_pass(Status status, GateDecision decision)
    {
        Scene.Judged.Leave(StepNames.DifferentialTest, status);
        Host.ForcePush(Bot, Scene.Files());
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(decision, "evidence.differential-test");
    }

    [Fact]
    public async Task Evidence_that_is_none()
    {
        Replace("evidence/evaluate.json", _ => "{}"u8.ToArray());
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "evidence.evaluate", "evaluate left evidence that cannot be read");
    }

    [Fact]
    public async Task A_file_beside_those_that_are_listed()
    {
        Replace("surprise.svg", _ => "<svg/>"u8.ToArray());

        await ShouldBeBlockedAsync("release_files", "'surprise.svg'", push: false);
    }

    [Theory]
    [InlineData(".gitattributes")]
    [InlineData("Release.json")]
    [InlineData("surprise.svg")]
    public async Task A_file_that_is_listed_and_no_part_of_a_release(string file)
    {
        var surplus = "more"u8.ToArray();
        Scene.Change = document => document with { Files = new(document.Files.Append(new(file, Digest.Of(surplus))).ToDictionary(), StringComparer.Ordinal) };
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [$"{ReleaseScene.Folder}/{file}"] = surplus });

        await ShouldBeBlockedAsync("release_files", $"no part of a release: '{file}'", push: false);
    }

    [Fact]
    public async Task Two_files_whose_names_differ_by_case_alone()
    {
        var table = "a"u8.ToArray();
        Scene.Judged.Leave(StepNames.DifferentialTest, change: evidence => evidence with { Facts = new Dictionary<string, string> { ["report.a.csv"] = Digest.Of(table).ToString(), ["report.A.csv"] = Digest.Of(table).ToString() } });
        Scene.Change = document => document with { Files = new(document.Files.Append(new("a.csv", Digest.Of(table))).Append(new("A.csv", Digest.Of(table))).ToDictionary(), StringComparer.Ordinal) };
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [$"{ReleaseScene.Folder}/a.csv"] = table, [$"{ReleaseScene.Folder}/A.csv"] = table });

        await ShouldBeBlockedAsync("release_files", "no part of a release: 'A.csv', 'a.csv'", push: false);
    }

    [Theory]
    [InlineData("120000")]
    [InlineData("100755")]
    [InlineData("160000")]
    public async Task What_is_no_plain_file(string mode)
    {
        var path = $"{ReleaseScene.Folder}/evidence/train.json";
        Host.Git.Modes[path] = mode;
        Review(Rita, "APPROVED");

        var ruling = await Scene.JudgeAsync();

        ruling.Checks.Single(check => check.Name == "release_files").Status.ShouldBe(Status.Failed);
        ruling.Decision.ShouldNotBe(GateDecision.Approved);
    }

    [Fact]
    public async Task What_is_no_plain_file_is_blocked_though_it_is_listed_nowhere()
    {
        Replace("module", _ => "x"u8.ToArray());
        Host.Git.Modes[$"{ReleaseScene.Folder}/module"] = "160000";

        await ShouldBeBlockedAsync("release_files", "no part of a release: 'models/churn/releases/1.1.0/module'", push: false);
    }

    [Theory]
    [InlineData("ghcr.io/evil/churn")]
    [InlineData(null)]
    public async Task An_image_that_goes_elsewhere_than_the_base_says(string? name)
    {
        Scene.Judged.Folder.Spec = Scene.Judged.Folder.Spec with { Package = Scene.Judged.Folder.Spec.Package with { Image = name is null ? "ghcr.io/acme/churn" : null } };
        foreach (var step in StepNames.Required.Where(step => step != StepNames.ModelCard))
            Scene.Judged.Leave(step, change: evidence => step == StepNames.Package ? evidence with { Facts = new Dictionary<string, string>(evidence.Facts) { ["image"] = Digest.Of("image").ToString() } } : evidence);
        Scene.Change = document => document with { Image = new ReleaseImage(Digest.Of("image"), name) };

        await ShouldBeBlockedAsync("release", "names the image");
    }

    [Fact]
    public async Task A_breaking_change_that_grows_the_version_too_little()
    {
        BreakingChampion();

        await ShouldBeBlockedAsync("release", "is of a version that is too low", alone: false);
    }

    [Fact]
    public async Task Reasons_that_are_not_those_of_the_bundles()
    {
        Scene.Change = document => document with { Changes = ["patch: nothing to see"] };

        await ShouldBeBlockedAsync("release", "does not say what changed, which is minor: patch: the seed is");
    }

    [Fact]
    public async Task A_bump_that_is_not_that_of_the_versions()
    {
        Scene.Change = document => document with { Bump = "patch" };

        await ShouldBeBlockedAsync("release", "does not say what changed, which is minor");
    }

    [Fact]
    public async Task A_champion_whose_bundle_is_another_than_it_says()
    {
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/releases/1.0.0/bundle.zip"] = BundleArchive.Pack(Scene.Judged.Workspace.Bundle) }, Olga);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "the champion 1.0.0");
    }

    [Fact]
    public async Task A_stored_bundle_of_another_size_than_is_said()
    {
        Scene.IsStored = true;
        Scene.Change = document => document with { Artifacts = new(document.Artifacts!.ToDictionary(each => each.Key, each => each.Key == "bundle.zip" ? each.Value with { Bytes = 7 } : each.Value), StringComparer.Ordinal) };
        using var archive = new MemoryStream(BundleArchive.Pack(Scene.Judged.Workspace.Bundle));
        await Scene.Store.PutAsync("bundle.zip", archive, TestContext.Current.CancellationToken);
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [$"{ReleaseScene.Folder}/bundle.zip"] = null });

        await ShouldBeBlockedAsync("bundle", "the bundle is absent", push: false, alone: false);
    }

    [Fact]
    public async Task More_bytes_than_any_release_has()
    {
        Replace("large.csv", _ => new byte[33 << 20]);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "holds more than 32 MB");
    }

    [Fact]
    public async Task A_bundle_in_version_control_that_is_too_large_for_it()
    {
        Replace("bundle.zip", _ => new byte[(1 << 20) + 1]);

        await ShouldBeBlockedAsync("bundle", "the bundle is absent", push: false, alone: false);
    }

    [Fact]
    public async Task A_second_release_in_one_pull_request()
    {
        Host.Push(new Dictionary<string, byte[]?> { ["models/churn/releases/1.2.0/release.json"] = "{}"u8.ToArray() }, Bot);

        await ShouldBeBlockedAsync("release_folder", "adds the folder of one version of churn", push: false, alone: false);
    }

    [Fact]
    public async Task A_change_to_a_released_version()
    {
        Host.Push(new Dictionary<string, byte[]?> { ["models/churn/releases/1.0.0/release.json"] = "{}"u8.ToArray() }, Bot);

        await ShouldBeBlockedAsync("release_folder", "adds the folder of one version of churn", push: false, alone: false);
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "model", "is of the model 'fraud'" },
        { "version", "is of the version '1.1.1', its folder of '1.1.0'" },
        { "origin", "has the origin 'imported'" },
        { "champion", "was compared with none, the champion is 1.0.0" },
        { "spec", "is of another model.yaml than the base's" },
        { "bundle", "is of the bundle sha256:" },
        { "image", "is of another image than the one that was tried" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_release_that_says_what_is_not_so(string what, string reason)
    {
        Scene.Change = document => what switch
        {
            "model" => document with { Model = "fraud" },
            "version" => document with { Version = "1.1.1" },
            "origin" => document with { Origin = ReleaseDocument.Imported },
            "champion" => document with { Champion = null },
            "spec" => document with { Spec = Digest.Of("other") },
            "bundle" => document with { Bundle = Digest.Of("other") },
            _ => document with { Image = new ReleaseImage(Digest.Of("other"), null) },
        };

        await ShouldBeBlockedAsync("release", reason);
    }

    [Fact]
    public async Task A_release_of_other_data_than_was_judged()
    {
        Scene.Change = document => document with { Data = Digest.Of("other") };

        await ShouldBeBlockedAsync("evidence.train", "judged another data file", alone: false);
    }

    [Fact]
    public async Task An_image_that_was_not_tried()
    {
        Scene.Change = document => document with { Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = new ReleaseArtifact(Digest.Of("other"), 5) } };

        await ShouldBeBlockedAsync("evidence.package", "the image is not the one that was tried");
    }

    [Fact]
    public async Task A_report_that_evidence_records_must_be_in_the_release()
    {
        Scene.Judged.Leave(StepNames.DifferentialTest, change: evidence => evidence with { Facts = new Dictionary<string, string> { ["report.gates.csv"] = Digest.Of("a").ToString() } });

        await ShouldBeBlockedAsync("evidence.differential-test", "reports of differential-test were changed or removed");
    }

    [Fact]
    public async Task A_bundle_that_is_stored_beside_the_repository()
    {
        Scene.IsStored = true;
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [$"{ReleaseScene.Folder}/bundle.zip"] = null });
        Review(Rita, "APPROVED");
        (await Scene.ShouldBeAsync(GateDecision.Indeterminate)).Checks.ShouldHaveSingleItem().Name.ShouldBe("pull_request");

        using var archive = new MemoryStream(BundleArchive.Pack(Scene.Judged.Workspace.Bundle));
        await Scene.Store.PutAsync("bundle.zip", archive, TestContext.Current.CancellationToken);
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData(true, GateDecision.Approved)]
    [InlineData(false, GateDecision.Blocked)]
    public async Task A_first_release_needs_release_first(bool first, GateDecision decision)
    {
        Scene.Judged.BeFirst();
        Policy = new ReleaseSpec { First = first };
        Scene.Judged.Leave(StepNames.DifferentialTest, Status.NoBaseline);
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/releases/1.0.0/release.json"] = null, ["models/churn/releases/1.0.0/bundle.zip"] = null }, Olga);
        Host.ForcePush(Bot, Scene.Files());
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "champion");
    }

    [Fact]
    public async Task A_candidate_that_is_the_champion_is_nothing_to_release()
    {
        Scene.Judged.BeAfter(Manifests.Full);
        foreach (var step in StepNames.Required)
            Scene.Judged.Leave(step);
        Scene.Release("1.0.0", []);

        await ShouldBeBlockedAsync("something_new", "the candidate is the champion 1.0.0");
    }

    /// <summary>Pushes the scene's files as they are now unless the head is as wanted, approves it, and asserts that one check blocks it, alone or not.</summary>
    private async Task ShouldBeBlockedAsync(string check, string reason, bool push = true, bool alone = true)
    {
        if (push)
            Host.ForcePush(Bot, Scene.Files());
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, check, reason);

        if (alone)
            ruling.Checks.Where(each => each.Status != Status.Passed).ShouldHaveSingleItem();
    }

    /// <summary>Makes the champion lack a class that the candidate has; the evidence is of it.</summary>
    private void BreakingChampion()
    {
        var champion = Manifests.Full with { Signature = Manifests.Full.Signature with { Classes = ["maybe", "yes"] } };
        Scene.Change = document => document with { Bump = "minor", Changes = ["patch: nothing to see"] };
        Scene.Judged.BeAfter(champion);
        foreach (var step in StepNames.Required)
            Scene.Judged.Leave(step);
        Scene.Release("1.0.0", []);
    }

    private void Replace(string file, Func<byte[], byte[]?> change)
    {
        var path = $"{ReleaseScene.Folder}/{file}";
        Host.Push(new Dictionary<string, byte[]?> { [path] = change(Host.Git.Files(Host.Head).GetValueOrDefault(path, [])) }, Bot);
    }
}
