using System.Text;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using Shared.GitHub;
using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.Git;

public sealed class CommitTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private static readonly byte[] Binary = [0, 255, 1, 254];
    private static readonly byte[] Marked = [0xEF, 0xBB, 0xBF, (byte)'x'];

    [Fact]
    public async Task A_push_between_the_look_and_the_move_is_not_overwritten()
    {
        await using var adapter = await Adapter.StartAsync();
        await adapter.Host.Git.CommitAsync(await CommitAsync(adapter), None);
        var theirs = "";
        adapter.GitHub.OnBefore = request =>
        {
            if (request is not { Method: "POST", Path: "repos/acme/models/git/commits" })
                return;
            adapter.Models.Push("release/churn-1.0.0", new() { { "theirs.txt", "theirs" } }, adapter.World.Bob);
            theirs = adapter.Models.Tip("release/churn-1.0.0");
        };

        var fault = await Should.ThrowAsync<RemoteException>(async () => await adapter.Host.Git.CommitAsync(await CommitAsync(adapter) with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["other.txt"] = Marked } }, None));

        fault.Message.ShouldContain("was changed by somebody else");
        adapter.Models.Tip("release/churn-1.0.0").ShouldBe(theirs);
    }

    [Fact]
    public async Task Links_executables_and_other_repositories_are_told_by_their_modes()
    {
        await using var adapter = await Adapter.StartAsync();
        var models = adapter.Models;
        var (tip, blob) = (models.Tip("main"), models.Objects.Add(new GitBlob(Binary)));
        var tree = models.Objects.Add(new GitTree(new Dictionary<string, GitEntry> { ["link"] = new("120000", blob), ["module"] = new("160000", tip), ["plain"] = new("100644", blob), ["run"] = new("100755", blob) }));
        var signature = adapter.World.Alice.SignatureAt(adapter.World.Clock.GetUtcNow());
        var commit = models.Objects.Add(new Shared.GitHub.Git.GitCommit(tree, [tip], signature, signature, "Odd files"));

        (await adapter.Host.Git.FilesAsync(commit, "", None)).Select(file => (file.Path, file.Mode))
            .ShouldBe([("link", "120000"), ("module", "160000"), ("plain", GitFile.Plain), ("run", "100755")]);
    }

    [Fact]
    public async Task Files_are_committed_on_a_new_branch_in_one_commit_byte_for_byte()
    {
        await using var adapter = await Adapter.StartAsync();
        var wanted = await CommitAsync(adapter);

        var hash = await adapter.Host.Git.CommitAsync(wanted, None);

        (await adapter.Host.Git.TipAsync("release/churn-1.0.0", None)).ShouldBe(hash);
        (await adapter.Host.PullRequests.ParentsAsync(hash, None)).ShouldBe([wanted.Parent]);
        foreach (var (path, content) in wanted.Files)
            (await adapter.Host.Git.ReadAsync(hash, path, None)).ShouldBe(content.ToArray());
        (await adapter.Host.Git.FilesAsync(hash, "", None)).Select(file => file.Path).ShouldBe(
            ["README.md", "models/churn/releases/1.0.0/MODEL_CARD.md", "models/churn/releases/1.0.0/bundle.zip", "models/churn/releases/1.0.0/marked.txt"]);
    }

    [Fact]
    public async Task The_same_commit_again_changes_nothing()
    {
        await using var adapter = await Adapter.StartAsync();
        var wanted = await CommitAsync(adapter);
        var hash = await adapter.Host.Git.CommitAsync(wanted, None);
        adapter.GitHub.ForgetRequests();

        (await adapter.With(adapter.GitHub.ActionsToken()).Git.CommitAsync(wanted, None)).ShouldBe(hash);

        adapter.GitHub.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_branch_with_something_else_is_replaced()
    {
        await using var adapter = await Adapter.StartAsync();
        var wanted = await CommitAsync(adapter);
        var first = await adapter.Host.Git.CommitAsync(wanted, None);
        adapter.Models.Push("release/churn-1.0.0", new() { { "stray.txt", "stray" } }, adapter.World.Bob);

        var second = await adapter.Host.Git.CommitAsync(wanted, None);

        (await adapter.Host.Git.FilesAsync(second, "", None)).ShouldBe(await adapter.Host.Git.FilesAsync(first, "", None));
        adapter.Models.Tip("release/churn-1.0.0").ShouldBe(second);
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_is_looked_up()
    {
        await using var adapter = await Adapter.StartAsync();
        var wanted = await CommitAsync(adapter);
        adapter.GitHub.Faults = request => request is { Method: "POST", Path: "repos/acme/models/git/refs" } ? Fault.DropAfter : null;

        var hash = await adapter.Host.Git.CommitAsync(wanted, None);

        adapter.Models.Tip("release/churn-1.0.0").ShouldBe(hash);
    }

    [Fact]
    public async Task A_move_that_did_not_happen_is_told()
    {
        await using var adapter = await Adapter.StartAsync();
        var wanted = await CommitAsync(adapter);
        adapter.GitHub.Faults = request => request is { Method: "POST", Path: "repos/acme/models/git/refs" } ? Fault.DropBefore : null;

        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.Git.CommitAsync(wanted, None))).MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task Truncated_trees_are_walked()
    {
        await using var adapter = await Adapter.StartAsync();
        var hash = await adapter.Host.Git.CommitAsync(await CommitAsync(adapter), None);
        adapter.Models.TreeLimit = 3;

        (await adapter.With(adapter.GitHub.ActionsToken()).Git.FilesAsync(hash, "", None)).Count.ShouldBe(4);
        (await adapter.With(adapter.GitHub.ActionsToken()).Git.FilesAsync(hash, "models/churn/releases", None)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_there_is_nothing_and_what_cannot_be_seen_is_an_error()
    {
        await using var adapter = await Adapter.StartAsync();
        var tip = adapter.Models.Tip("main");
        var stranger = adapter.With(adapter.GitHub.ActionsToken(GitHubAccess.None));

        (await adapter.Host.Git.TipAsync("absent", None)).ShouldBeNull();
        (await adapter.Host.Git.ReadAsync(tip, "absent/file", None)).ShouldBeNull();
        (await adapter.Host.Git.ReadAsync(tip, "README.md/below", None)).ShouldBeNull();
        (await adapter.Host.Git.FilesAsync(tip, "absent", None)).ShouldBeEmpty();
        adapter.Models.IsPrivate = true;
        await Should.ThrowAsync<RemoteException>(() => stranger.Git.TipAsync("absent", None));
    }

    [Fact]
    public async Task A_file_whose_bytes_are_not_those_of_its_hash_is_refused()
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.GitHub.Faults = request => request.Path.Contains("git/blobs") ? Fault.Rewrite(body => body.Replace(Convert.ToBase64String("# models\n"u8), Convert.ToBase64String("# forged\n"u8))) : null;

        await Should.ThrowAsync<RemoteException>(() => adapter.Host.Git.ReadAsync(adapter.Models.Tip("main"), "README.md", None));
    }

    private static async Task<BranchCommit> CommitAsync(Adapter adapter) => new()
    {
        Branch = "release/churn-1.0.0",
        Parent = (await adapter.Host.Git.TipAsync("main", None))!,
        Message = "Propose churn 1.0.0",
        Files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["models/churn/releases/1.0.0/MODEL_CARD.md"] = Encoding.UTF8.GetBytes("# Churn ü 𝒳\r\n"),
            ["models/churn/releases/1.0.0/bundle.zip"] = Binary,
            ["models/churn/releases/1.0.0/marked.txt"] = Marked,
        },
    };
}
