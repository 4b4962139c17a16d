using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.Git;

public sealed class TagTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_some_names_only_their_tags_are_read_and_tags_of_no_commit_are_left_out()
    {
        await using var adapter = await Adapter.StartAsync();
        var (git, models, tip) = (adapter.Host.Git, adapter.Models, adapter.Models.Tip("main"));
        var tree = models.Objects.Read<Shared.GitHub.Git.GitCommit>(tip).Tree;
        models.Tag("churn@v1.0.0", tip, adapter.World.Alice, "released");
        models.Tag("churn@v2.0.0", models.Objects.Add(new GitTagObject(tree, "tree", "inner", adapter.World.Alice.SignatureAt(adapter.GitHub.Now), "a folder")), adapter.World.Alice);
        for (var other = 0; other < 5; other++)
            models.Tag(FormattableString.Invariant($"v{other}"), tip, adapter.World.Alice, "another product");
        adapter.GitHub.ForgetRequests();

        var tags = await git.TagsAsync(new HashSet<string> { "churn@v1.0.0", "churn@v2.0.0" }, None);

        tags.ShouldHaveSingleItem().Name.ShouldBe("churn@v1.0.0");
        adapter.GitHub.Requests.Count(request => request.Path.Contains("git/tags/")).ShouldBe(2);
        (await git.TagsAsync("churn", None)).ShouldHaveSingleItem().Name.ShouldBe("churn@v1.0.0");
    }

    [Fact]
    public async Task Annotated_tags_are_made_once_and_listed_by_prefix()
    {
        await using var adapter = await Adapter.StartAsync();
        var (git, tip) = (adapter.Host.Git, adapter.Models.Tip("main"));
        adapter.Models.Tag("churn#light", tip, adapter.World.Alice);

        (await git.CreateTagAsync(new NewGitTag("churn#staging#1", tip, "because\n"), None)).ShouldBeTrue();
        (await git.CreateTagAsync(new NewGitTag("churn@v1.0.0", tip, "released"), None)).ShouldBeTrue();
        adapter.GitHub.ForgetRequests();
        (await git.CreateTagAsync(new NewGitTag("churn#staging#1", tip, "other"), None)).ShouldBeFalse();
        (await git.CreateTagAsync(new NewGitTag("churn#light", tip, "other"), None)).ShouldBeFalse();

        adapter.GitHub.Changes.ShouldBeEmpty();
        (await git.TagsAsync("churn#", None)).Select(tag => tag.Name).ShouldBe(["churn#staging#1"]);
        (await git.TagsAsync("", None)).Select(tag => tag.Name).ShouldBe(["churn#staging#1", "churn@v1.0.0"]);
        var tag = (await git.TagsAsync("churn@", None)).ShouldHaveSingleItem();
        tag.Commit.ShouldBe(tip);
        tag.Message.TrimEnd().ShouldBe("released");
        tag.Tagged.ShouldNotBeNull();
        tag.Tagger.ShouldContain("github-actions[bot]");
    }

    [Fact]
    public async Task Of_two_who_make_a_tag_one_loses()
    {
        await using var adapter = await Adapter.StartAsync();
        var tip = adapter.Models.Tip("main");
        adapter.GitHub.OnBefore = request =>
        {
            if (request is { Method: "POST", Path: "repos/acme/models/git/refs" })
                adapter.Models.Tag("churn@v1.0.0", tip, adapter.World.Bob, "theirs");
        };

        (await adapter.Host.Git.CreateTagAsync(new NewGitTag("churn@v1.0.0", tip, "ours"), None)).ShouldBeFalse();

        (await adapter.Host.Git.TagsAsync("churn@", None)).Single().Message.TrimEnd().ShouldBe("theirs");
    }

    [Fact]
    public async Task A_tag_of_a_commit_that_is_not_there_is_no_lost_race()
    {
        await using var adapter = await Adapter.StartAsync();

        await Should.ThrowAsync<RemoteException>(() => adapter.Host.Git.CreateTagAsync(new NewGitTag("churn@v1.0.0", new string('a', 40), "m"), None));
    }
}
