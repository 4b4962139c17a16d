using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;

namespace ModelPipeline.Tests.Releasing.Proposing;

public sealed class ProposeReleaseStepTests : IDisposable
{
    private readonly ProposedCandidate _candidate = new();

    private ProposalHost Host => _candidate.Host;

    [Fact]
    public async Task A_candidate_is_proposed_in_one_commit_and_one_pull_request()
    {
        var report = await _candidate.ProposeAsync();

        report.ShouldBe(new StepReport(
            "churn", StepNames.ProposeRelease, Status.Passed,
            "version 1.2.1 in pull request #1: 1 approval is needed; the workflow ci.yml was started on release/churn-1.2.1"));
        var request = Host.Requests.All.ShouldHaveSingleItem();
        (request.Title, request.HeadBranch, request.BaseBranch, request.Commits).ShouldBe(("Release churn 1.2.1", ProposedCandidate.Branch, "main", 1));
        Host.Git.ParentOf(request.Head).ShouldBe(Host.Git.Branches["main"]);
        Host.Git.FilesOf(request.Head).Keys.Where(path => path.StartsWith(ProposedCandidate.Folder, StringComparison.Ordinal)).Select(path => path[(ProposedCandidate.Folder.Length + 1)..]).ShouldBe(
        [
            "MODEL_CARD.md", "bundle.zip", "evidence/benchmark-test.json", "evidence/differential-test.json", "evidence/evaluate.json",
            "evidence/load-test.json", "evidence/model-card.json", "evidence/package.json", "evidence/train.json", "evidence/validate-data.json", "release.json",
        ]);
    }

    [Fact]
    public async Task Another_challengers_open_pull_request_is_not_replaced()
    {
        await _candidate.ProposeAsync();
        var trees = ReleaseJson.Write(_candidate.Proposed() with { Challenger = "trees" });
        Host.Git.Replace(ProposedCandidate.Branch, ($"{ProposedCandidate.Folder}/release.json", Encoding.UTF8.GetString(trees)));
        var proposed = Host.Git.Branches[ProposedCandidate.Branch];

        var report = await _candidate.ProposeAsync();

        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldBe("Pull request #1 proposes 1.2.1 of models/churn/challengers/trees.yaml already, and this would be of models/churn/model.yaml: release or close that one first.");
        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(proposed);
    }

    [Fact]
    public async Task The_evidence_says_where_it_was_proposed()
    {
        await _candidate.ProposeAsync();

        var evidence = _candidate.Evidence();
        evidence.Facts.ShouldBe(
            new Dictionary<string, string>
            {
                ["version"] = "1.2.1",
                ["branch"] = ProposedCandidate.Branch,
                ["commit"] = Host.Git.Branches[ProposedCandidate.Branch],
                ["pull_request"] = "1",
                ["page"] = "https://host.example/acme/models/pull/1",
                ["digest"] = $"{_candidate.Candidate}",
                ["tag"] = "churn@v1.2.1",
            },
            ignoreOrder: true);
        evidence.Candidate.ShouldBe(_candidate.Candidate);
        evidence.Checks.Single(check => check.Name == "proposed").Status.ShouldBe(Status.Passed);
        evidence.Checks.Single(check => check.Name == "workflow").Required.ShouldBeFalse();
    }

    [Fact]
    public async Task The_release_says_what_it_is_made_of_and_who_proposed_it()
    {
        await _candidate.ProposeAsync(ProposedCandidate.Ann, new Account(0, "bob", false));

        var release = _candidate.Proposed();
        (release.Model, release.Version, release.Bundle, release.Origin, release.Bump, release.Commit).ShouldBe(("churn", "1.2.1", _candidate.Candidate, "proposed", "patch", "c0ffee"));
        release.Champion.ShouldBe(new Baseline("1.2.0", _candidate.Judged.Folder.Champion!.Digest));
        release.Changes.ShouldBe(["patch: the seed is -9223372036854775808, the champion's 1"]);
        release.Proposers.ShouldBe([new ReleaseProposer(11, "ann"), new ReleaseProposer(12, "bob")]);
        release.Image.ShouldBe(new ReleaseImage(Digest.Of("manifest"), null));
        release.Artifacts.ShouldBe(new Dictionary<string, ReleaseArtifact> { ["image.tar"] = new(Digest.Of("image"), 5) });
        release.Released.ShouldBe(DateTimeOffset.UnixEpoch.AddHours(1));
        var files = Host.Git.FilesOf(Host.Git.Branches[ProposedCandidate.Branch]);
        release.Files.ShouldAllBe(file => Digest.Of(files[$"{ProposedCandidate.Folder}/{file.Key}"]) == file.Value);
        Encoding.UTF8.GetString(files[$"{ProposedCandidate.Folder}/MODEL_CARD.md"]).ShouldEndWith("\n## Release\n\n- version: 1.2.1\n- origin: proposed\n- date: 1970-01-01 01:00:00 UTC\n");
    }

    [Fact]
    public async Task Where_nobody_can_say_who_proposed_it_the_release_does_not_say_so_either()
    {
        await _candidate.ProposeOnPlainGitAsync();

        _candidate.Proposed().Proposers.ShouldBeNull();
    }

    [Fact]
    public async Task Artifacts_are_stored_before_the_branch_is_changed()
    {
        await _candidate.ProposeAsync();

        Host.Calls.Changes.ShouldBe(["store image.tar", $"commit to {ProposedCandidate.Branch}", "open", $"start ci.yml on {ProposedCandidate.Branch}"]);
        Host.Artifacts["churn@v1.2.1"].Stored.Keys.ShouldBe([Digest.Of("image")]);
    }

    [Fact]
    public async Task A_bundle_too_large_for_version_control_is_stored()
    {
        var noise = new byte[(1 << 20) + 1];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(_candidate.Judged.Workspace.Bundle, "fake.bin"), noise);
        _candidate.Judge();

        (await _candidate.ProposeAsync()).Status.ShouldBe(Status.Passed);

        var release = _candidate.Proposed();
        release.Files.Keys.ShouldNotContain("bundle.zip");
        var stored = Host.Artifacts["churn@v1.2.1"].Stored;
        release.Artifacts.ShouldNotBeNull().Keys.ShouldBe(["bundle.zip", "image.tar"]);
        release.Artifacts.ShouldAllBe(artifact => stored[artifact.Value.Digest].Name == artifact.Key && stored[artifact.Value.Digest].Bytes.LongLength == artifact.Value.Bytes);
    }

    [Fact]
    public async Task The_pull_request_says_what_approvals_are_for()
    {
        _candidate.Judged.Folder.Spec = _candidate.Judged.Folder.Spec with { Release = new ReleaseSpec { Approvals = 2, CodeOwners = true, Checks = ["ci", "scan"] } };
        _candidate.Judge();

        await _candidate.ProposeAsync();

        var request = Host.Requests.All.Single();
        request.Body.ShouldStartWith($"<!-- modelpipeline:release churn 1.2.1 {_candidate.Candidate} -->\n");
        request.Body.ShouldContain("2 approvals");
        request.Body.ShouldContain("CODEOWNERS");
        request.Body.ShouldContain("ci, scan");
        request.Body.ShouldContain("the seed is -9223372036854775808");
        request.Body.ShouldContain($"https://host.example/acme/models/blob/{request.Head}/models/churn/releases/1.2.1/MODEL_CARD.md");
        foreach (var step in StepNames.Required)
            request.Body.ShouldContain($"{step} said so");
    }

    [Fact]
    public async Task A_body_longer_than_a_host_takes_is_cut_at_the_end_of_a_line_with_a_link_to_the_whole()
    {
        _candidate.Renderer.End = string.Concat(Enumerable.Repeat("| a row of a table |\n", 4000));

        await _candidate.ProposeAsync();

        var body = Host.Requests.All.Single().Body;
        body.Length.ShouldBeInRange(65_000, 65_536);
        body.ShouldContain("| a row of a table |\n\nThe rest was cut: [model card](https://host.example/");
        body.ShouldEndWith("has it all.\n");
    }

    [Fact]
    public async Task Running_it_again_changes_nothing()
    {
        await _candidate.ProposeAsync();
        var before = Host.Snapshot();
        Host.Calls.Clear();

        var report = await _candidate.ProposeAsync(new Account(12, "bob", false));

        report.Reason.ShouldBe("version 1.2.1 in pull request #1: 1 approval is needed");
        Host.Calls.Changes.ShouldBeEmpty();
        Host.Snapshot().ShouldBe(before);
        _candidate.Proposed().Proposers.ShouldBe([new ReleaseProposer(11, "ann")]);
    }

    [Fact]
    public async Task The_same_candidate_judged_again_elsewhere_leaves_the_branch_and_its_approvals_alone()
    {
        await _candidate.ProposeAsync();
        var before = Host.Snapshot();
        _candidate.Judge(durationMs: 99);
        Host.Git.Push("main", ("README.md", "more"));
        var main = Host.Git.Branches["main"];
        Host.Calls.Clear();

        (await _candidate.ProposeAsync()).Status.ShouldBe(Status.Passed);

        Host.Calls.Changes.ShouldBeEmpty();
        Host.Snapshot().Replace(main, Host.Git.ParentOf(main), StringComparison.Ordinal).ShouldBe(before);
    }

    [Fact]
    public async Task Forged_evidence_that_somebody_else_pushed_is_written_again()
    {
        await _candidate.ProposeAsync();
        var head = Host.Git.Branches[ProposedCandidate.Branch];
        Forge(_candidate.Proposed());
        Host.Git.Branches[ProposedCandidate.Branch].ShouldNotBe(head);

        (await _candidate.ProposeAsync()).Status.ShouldBe(Status.Passed);

        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(head);
    }

    [Fact]
    public async Task Where_nobody_knows_who_pushed_what_this_run_judged_is_written()
    {
        await _candidate.ProposeAsync();
        var head = Host.Git.Branches[ProposedCandidate.Branch];
        Host.Requests.KnowsPushers = false;
        await _candidate.ProposeAsync();
        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(head);

        _candidate.Judge(durationMs: 99);
        await _candidate.ProposeAsync();

        Host.Git.Branches[ProposedCandidate.Branch].ShouldNotBe(head);
    }

    [Fact]
    public async Task A_branch_without_a_pull_request_holds_this_release_alone_after_one_run()
    {
        await _candidate.ProposeAsync();
        var head = Host.Git.Branches[ProposedCandidate.Branch];
        Host.Requests.Change(1, request => request with { IsOpen = false });
        Host.Git.Push(ProposedCandidate.Branch, ("src/backdoor.cs", "x"));

        await _candidate.ProposeAsync();

        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(head);
    }

    [Fact]
    public async Task A_bot_without_a_number_is_no_proposer_unless_it_may_approve()
    {
        var bot = new Account(0, "renewer[bot]", true);
        (await _candidate.ProposeAsync(ProposedCandidate.Ann, bot)).Status.ShouldBe(Status.Passed);
        _candidate.Proposed().Proposers.ShouldBe([new ReleaseProposer(11, "ann")]);

        _candidate.Judged.Folder.Spec = _candidate.Judged.Folder.Spec with { Release = new ReleaseSpec { Bots = ["Renewer[bot]"] } };
        _candidate.Judge();

        (await _candidate.ProposeAsync(ProposedCandidate.Ann, bot)).Reason.ShouldContain("not a user");
    }

    [Fact]
    public async Task A_new_candidate_replaces_the_branchs_commit_and_the_pull_requests_body()
    {
        await _candidate.ProposeAsync();
        var first = Host.Requests.All.Single();
        _candidate.Take(Manifests.Full with { Seed = 3 });
        Host.Git.Push("main", ("README.md", "more"));

        await _candidate.ProposeAsync();

        var second = Host.Requests.All.ShouldHaveSingleItem();
        second.Head.ShouldNotBe(first.Head);
        second.Commits.ShouldBe(1);
        Host.Git.ParentOf(second.Head).ShouldBe(Host.Git.Branches["main"]);
        second.Body.ShouldStartWith($"<!-- modelpipeline:release churn 1.2.1 {_candidate.Candidate} -->");
        _candidate.Proposed().Bundle.ShouldBe(_candidate.Candidate);
    }

    public static TheoryData<string> Differences => ["data", "spec", "tool", "image", "archive"];

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task The_same_bundle_of_other_inputs_or_with_another_image_is_another_proposal(string difference)
    {
        await _candidate.ProposeAsync();
        var first = Host.Git.Branches[ProposedCandidate.Branch];
        var folder = _candidate.Judged.Folder;
        Action change = difference switch
        {
            "data" => () => folder.WriteData(seed: 1),
            "spec" => () => folder.Spec = folder.Spec with { Digest = Digest.Of("other") },
            "tool" => () => folder.Tool = new ToolIdentity("0.2.0", Digest.Of("other")),
            "image" => () => _candidate.Image = Digest.Of("other"),
            _ => () => File.WriteAllText(_candidate.Judged.Workspace.Image, "other"),
        };
        change();
        _candidate.Judge();

        (await _candidate.ProposeAsync()).Status.ShouldBe(Status.Passed);

        Host.Git.Branches[ProposedCandidate.Branch].ShouldNotBe(first);
        Host.Requests.All.ShouldHaveSingleItem().Commits.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_commit_gets_its_workflow_even_where_another_program_checked_it_at_once()
    {
        Host.Git.Committed = commit => Host.Requests.Checks[commit] = [new CheckResult(2, "signed-off", "dco", false, "success", DateTimeOffset.UnixEpoch)];

        await _candidate.ProposeAsync();

        Host.Calls.Changes[^1].ShouldBe($"start ci.yml on {ProposedCandidate.Branch}");
    }

    [Fact]
    public async Task The_gates_own_check_does_not_stand_for_a_workflow()
    {
        Host.Workflows.Starting = () => ReportOutcome.NotAllowed;
        await _candidate.ProposeAsync();
        Host.Workflows.Starting = () => ReportOutcome.Written;
        Host.Requests.Checks[Host.Git.Branches[ProposedCandidate.Branch]] = [new CheckResult(2, "model-release / churn", "actions", false, "neutral", DateTimeOffset.UnixEpoch)];
        Host.Calls.Clear();

        await _candidate.ProposeAsync();

        Host.Calls.Changes.ShouldBe([$"start ci.yml on {ProposedCandidate.Branch}"]);
    }

    [Fact]
    public async Task A_branch_that_somebody_pushed_to_gets_its_one_commit_back()
    {
        await _candidate.ProposeAsync();
        var head = Host.Git.Branches[ProposedCandidate.Branch];
        Host.Git.Push(ProposedCandidate.Branch, ("src/backdoor.cs", "x"));

        await _candidate.ProposeAsync();

        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(head);
    }

    public static TheoryData<string, string?> Spoilt => new()
    {
        { "MODEL_CARD.md", "Trust me." },
        { "evidence/train.json", "{}" },
        { "release.json", "{}" },
        { "release.json", "null" },
        { "beside.txt", "x" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_branch_whose_release_is_not_whole_is_written_again(string file, string? text)
    {
        await _candidate.ProposeOnPlainGitAsync();
        var head = Host.Git.Branches[ProposedCandidate.Branch];
        Host.Git.Push(ProposedCandidate.Branch, ($"{ProposedCandidate.Folder}/{file}", text!));

        await _candidate.ProposeOnPlainGitAsync();

        Host.Git.Branches[ProposedCandidate.Branch].ShouldBe(head);
    }

    [Fact]
    public async Task A_title_or_body_that_somebody_edited_is_written_again_and_other_line_ends_are_no_edit()
    {
        await _candidate.ProposeAsync();
        var body = Host.Requests.All.Single().Body;
        Host.Requests.Change(1, request => request with { Body = body.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd() });
        Host.Calls.Clear();
        await _candidate.ProposeAsync();
        Host.Calls.Changes.ShouldBeEmpty();

        Host.Requests.Change(1, request => request with { Body = "Trust me." });
        await _candidate.ProposeAsync();

        Host.Calls.Changes.ShouldBe(["update 1"]);
        Host.Requests.All.Single().Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_pull_request_that_was_closed_is_opened_anew()
    {
        await _candidate.ProposeAsync();
        Host.Requests.Change(1, request => request with { IsOpen = false });

        (await _candidate.ProposeAsync()).Reason.ShouldStartWith("version 1.2.1 in pull request #2:");

        Host.Requests.All.Count(request => request.IsOpen).ShouldBe(1);
    }

    [Fact]
    public async Task Several_pull_requests_of_the_branch_are_named()
    {
        await _candidate.ProposeAsync();
        Host.Requests.Open(new NewPullRequest("mine", "", ProposedCandidate.Branch, "main"));

        await ShouldBeRefusedAsync("Several pull requests of 'release/churn-1.2.1' are open: #1, #2. Close all but one.");
    }

    [Fact]
    public async Task A_pull_request_into_another_branch_is_refused()
    {
        await _candidate.ProposeAsync();
        Host.Git.Branches["next"] = Host.Git.Branches["main"];
        Host.Requests.Change(1, request => request with { BaseBranch = "next" });

        await ShouldBeRefusedAsync("Pull request #1 goes into 'next', not into 'main': change its base, or close it.");
    }

    [Fact]
    public async Task What_did_not_pass_is_not_proposed()
    {
        _candidate.Judged.Leave(StepNames.Evaluate, Status.Failed);

        var report = await _candidate.ProposeAsync();

        report.Status.ShouldBe(Status.Failed);
        report.Reason.ShouldContain("evaluate said so");
        Host.Calls.Made.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.2.1")]
    [InlineData("1.3.0")]
    public async Task A_default_branch_with_a_newer_release_than_the_champion_is_refused(string version)
    {
        Host.Git.Push("main", ($"models/churn/releases/{version}/release.json", Encoding.UTF8.GetString(ProposedCandidate.Release(version, Digest.Of("newer")))));

        await ShouldBeRefusedAsync($"the newest release on 'main' is {version}");
    }

    [Fact]
    public async Task A_champion_whose_bundle_is_another_on_the_default_branch_is_refused()
    {
        Host.Git.Push("main", ("models/churn/releases/1.2.0/release.json", Encoding.UTF8.GetString(ProposedCandidate.Release("1.2.0", Digest.Of("other")))));

        await ShouldBeRefusedAsync("bring this checkout up to date and run the target Verify");
    }

    [Fact]
    public async Task A_first_release_is_1_0_0()
    {
        _candidate.BeFirst();

        (await _candidate.ProposeAsync()).Reason.ShouldStartWith("version 1.0.0 in pull request #1");

        var release = _candidate.Proposed("release/churn-1.0.0", "models/churn/releases/1.0.0");
        (release.Champion, release.Bump).ShouldBe((null, null));
        release.Changes.ShouldBe(["the model's first release"]);
    }

    [Fact]
    public async Task A_version_whose_tag_exists_is_spent()
    {
        foreach (var tag in new[] { "churn@v1.2.1", "churn@v1.2.2", "churn@v9", "churn@vnext" })
            Host.Git.Tag(tag);

        (await _candidate.ProposeAsync()).Reason.ShouldStartWith("version 1.2.3 in pull request #1");
    }

    [Fact]
    public async Task The_version_may_be_named()
    {
        _candidate.Version = new SemanticVersion(2, 0, 0);

        (await _candidate.ProposeAsync()).Reason.ShouldStartWith("version 2.0.0 in pull request #1");

        _candidate.Proposed("release/churn-2.0.0", "models/churn/releases/2.0.0").Bump.ShouldBe("major");
    }

    [Fact]
    public async Task A_comparison_with_something_else_than_the_champion_is_refused()
    {
        _candidate.Judged.Folder.Baseline = new BaselineBundle(new Baseline("1.1.0", Digest.Of("older")), "nowhere");

        await ShouldBeRefusedAsync("A release is compared with the champion: leave out --baseline.");
    }

    [Fact]
    public async Task Evidence_that_does_not_say_the_images_digest_is_refused()
    {
        _candidate.Judged.Leave(StepNames.Package);

        await ShouldBeRefusedAsync("The evidence of package does not say the image's digest");
    }

    [Fact]
    public async Task With_plain_git_there_is_a_branch_and_no_pull_request()
    {
        var report = await _candidate.ProposeOnPlainGitAsync();

        report.Reason.ShouldBe("version 1.2.1 on branch release/churn-1.2.1: no pull request, since there is no host to open one on");
        _candidate.Proposed().Bundle.ShouldBe(_candidate.Candidate);
        Host.Requests.All.ShouldBeEmpty();
        _candidate.Evidence().Facts.Keys.ShouldNotContain("pull_request");
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_started_is_a_remark_and_no_failure()
    {
        Host.Workflows.Starting = () => throw new InputException("There is no workflow ci.yml.");

        var report = await _candidate.ProposeAsync();

        report.Status.ShouldBe(Status.Passed);
        report.Reason.ShouldEndWith("; the workflow ci.yml could not be started on release/churn-1.2.1: There is no workflow ci.yml");

        Host.Workflows.Starting = () => ReportOutcome.NotAllowed;
        (await _candidate.ProposeAsync()).Reason.ShouldEndWith("; the workflow ci.yml was not started on release/churn-1.2.1: this token may not");
    }

    public void Dispose() => _candidate.Dispose();

    /// <summary>What a writer of the repository could push: other evidence, listed as it should be.</summary>
    private void Forge(ReleaseDocument release)
    {
        var evidence = Encoding.UTF8.GetString(Host.Git.FilesOf(Host.Git.Branches[ProposedCandidate.Branch])[$"{ProposedCandidate.Folder}/evidence/evaluate.json"]).Replace("evaluate said so", "all is well", StringComparison.Ordinal);
        var forged = release with { Files = new(release.Files, StringComparer.Ordinal) { ["evidence/evaluate.json"] = Digest.Of(evidence) } };
        Host.Git.Replace(
            ProposedCandidate.Branch,
            ($"{ProposedCandidate.Folder}/evidence/evaluate.json", evidence),
            ($"{ProposedCandidate.Folder}/release.json", Encoding.UTF8.GetString(ReleaseJson.Write(forged))));
    }

    private async Task ShouldBeRefusedAsync(string reason)
    {
        var before = Host.Snapshot();

        var report = await _candidate.ProposeAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeTrue(report.Reason);
        report.Reason.ShouldContain(reason);
        Host.Snapshot().ShouldBe(before);
    }
}
