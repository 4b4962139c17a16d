using ModelPipeline.Git;

namespace ModelPipeline.Tests.Git;

public sealed class LocalRepositoryTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly GitRepository _repository = GitRepository.WithCommit();
    private readonly StoppedClock _clock = new();

    [Fact]
    public async Task Without_a_remote_the_repository_on_disk_is_the_one()
    {
        var main = _repository.Run("rev-parse", "main");
        _repository.Run("switch", "--quiet", "-c", "feature");
        var git = await OpenAsync();

        (await git.DefaultBranchAsync(Stop)).ShouldBe("main");
        (await git.TipAsync("main", Stop)).ShouldBe(main);
        (await git.TipAsync("mai", Stop)).ShouldBeNull();
        (await git.FilesAsync(main, "", Stop)).ShouldHaveSingleItem().Path.ShouldBe("README.md");
    }

    [Fact]
    public async Task The_default_branch_may_be_configured_or_be_the_only_one()
    {
        _repository.Run("branch", "-m", "main", "trunk");
        (await (await OpenAsync()).DefaultBranchAsync(Stop)).ShouldBe("trunk");

        _repository.Run("branch", "develop");
        _repository.Run("branch", "main");
        _repository.Run("config", "init.defaultBranch", "develop");
        (await (await OpenAsync()).DefaultBranchAsync(Stop)).ShouldBe("develop");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commits_and_tags_are_made_beside_the_work_tree(bool bare)
    {
        var main = _repository.Run("rev-parse", "main");
        using var other = bare ? GitRepository.CloneOf(_repository, "--bare") : null;
        other?.Run("remote", "remove", "origin");
        var repository = other ?? _repository;
        var git = await GitCommandRemote.OpenAsync(repository.Path, null, _clock, Stop);
        var files = _repository.Run("status", "--porcelain");

        var commit = await git.CommitAsync(Commit("release/churn-1.0.0", main), Stop);
        (await git.CommitAsync(Commit("release/churn-1.0.0", main), Stop)).ShouldBe(commit);
        (await git.CreateTagAsync(new NewGitTag("churn@v1.0.0", commit, "x"), Stop)).ShouldBeTrue();
        (await git.CreateTagAsync(new NewGitTag("churn@v1.0.0", main, "y"), Stop)).ShouldBeFalse();

        (await git.TagsAsync("churn", Stop)).ShouldHaveSingleItem().Commit.ShouldBe(commit);
        repository.Run("rev-parse", "main").ShouldBe(main);
        _repository.Run("status", "--porcelain").ShouldBe(files);
    }

    [Fact]
    public async Task The_branch_that_is_checked_out_is_not_changed_under_the_users_hands()
    {
        var main = _repository.Run("rev-parse", "main");
        var before = _repository.State();

        (await Should.ThrowAsync<InputException>(async () => await (await OpenAsync()).CommitAsync(Commit("main", main), Stop))).Message.ShouldContain("checked out");

        _repository.State().ShouldBe(before);
    }

    [Fact]
    public async Task A_branch_that_another_work_tree_has_checked_out_is_left_alone_too()
    {
        using var folder = new Storage.TemporaryFolder();
        _repository.Run("worktree", "add", "--quiet", "-b", "release/churn-1.0.0", folder["tree"]);

        await Should.ThrowAsync<InputException>(async () => await (await OpenAsync()).CommitAsync(Commit("release/churn-1.0.0", _repository.Run("rev-parse", "main")), Stop));
    }

    [Fact]
    public async Task A_repository_without_a_commit_has_no_tip()
    {
        using var empty = GitRepository.Empty();
        var git = await GitCommandRemote.OpenAsync(empty.Path, null, _clock, Stop);

        (await git.TipAsync(await git.DefaultBranchAsync(Stop), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_checkout_is_its_commit_and_whether_files_were_changed()
    {
        var main = _repository.Run("rev-parse", "main");
        (await GitCheckout.ReadAsync(_repository.Path, Stop)).ShouldBe(new GitCheckout(main, false));

        File.WriteAllText(Path.Combine(_repository.Path, "new.txt"), "");
        (await GitCheckout.ReadAsync(_repository.Path, Stop)).ShouldBe(new GitCheckout(main, true));
    }

    [Fact]
    public async Task Outside_of_a_repository_nothing_is_checked_out()
    {
        using var folder = new Storage.TemporaryFolder();

        (await GitCheckout.ReadAsync(folder.Path, Stop)).ShouldBe(new GitCheckout(null, null));
    }

    public void Dispose() => _repository.Dispose();

    private Task<GitCommandRemote> OpenAsync() => GitCommandRemote.OpenAsync(_repository.Path, null, _clock, Stop);

    private static BranchCommit Commit(string branch, string parent) => new()
    {
        Branch = branch,
        Parent = parent,
        Message = "Release churn 1.0.0",
        Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["models/churn/releases/1.0.0/release.json"] = "{}"u8.ToArray() },
    };
}
