using System.Text;
using ModelPipeline.Git;

namespace ModelPipeline.Tests.Git;

public sealed class GitCommandRemoteTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly GitRepository _origin = GitRepository.Empty(bare: true);
    private readonly GitRepository _author = GitRepository.WithCommit();
    private readonly GitRepository _clone;
    private readonly StoppedClock _clock = new();
    private readonly string _main;

    public GitCommandRemoteTests()
    {
        _author.Commit("models/churn/model.yaml", "name: churn");
        _main = _author.Commit("models/churn/data/größe.csv", "a,b\n");
        _author.Run("remote", "add", "origin", $"file://{_origin.Path}");
        _author.Run("push", "--quiet", "origin", "main");
        _clone = GitRepository.CloneOf(_origin);
    }

    [Fact]
    public async Task A_remote_that_is_pushed_elsewhere_than_it_is_read_from_is_refused()
    {
        using var elsewhere = GitRepository.Empty(bare: true);
        _clone.Run("config", "remote.origin.pushurl", $"file://{elsewhere.Path}");
        (await Should.ThrowAsync<InputException>(OpenAsync)).Message.ShouldContain("read from one address and pushed to another");

        _clone.Run("config", "remote.origin.pushurl", $"file://{_origin.Path}");
        (await (await OpenAsync()).TipAsync("main", Stop)).ShouldBe(_main);
    }

    [Fact]
    public async Task What_was_pushed_is_read_back()
    {
        using var elsewhere = GitRepository.CloneOf(_origin, "--bare");
        _clone.Run("config", $"url.file://{elsewhere.Path}.pushInsteadOf", $"file://{_origin.Path}");
        var remote = await OpenAsync();

        var fault = await Should.ThrowAsync<RemoteException>(() => remote.CreateTagAsync(new NewGitTag("churn@v1.0.0", _main, "released"), Stop));

        fault.MayHaveHappened.ShouldBeTrue();
        fault.Message.ShouldContain("where it is read from has it not");
        await Should.ThrowAsync<RemoteException>(() => remote.CommitAsync(Release("1.0.0"), Stop));
    }

    [Fact]
    public async Task The_default_branch_its_tip_and_its_files_are_the_remotes()
    {
        var remote = await OpenAsync();
        var newer = _author.Commit("models/fraud/model.yaml", "name: fraud");
        _author.Run("push", "--quiet", "origin", "main");

        (await remote.DefaultBranchAsync(Stop)).ShouldBe("main");
        (await remote.TipAsync("main", Stop)).ShouldBe(newer);
        (await remote.TipAsync("absent", Stop)).ShouldBeNull();
        (await remote.FilesAsync(newer, "models", Stop)).Select(file => file.Path)
            .ShouldBe(["models/churn/data/größe.csv", "models/churn/model.yaml", "models/fraud/model.yaml"]);
        (await remote.FilesAsync(newer, "absent", Stop)).ShouldBeEmpty();
        (await remote.FilesAsync(newer, "README.md", Stop)).ShouldBeEmpty();
        (await remote.FilesAsync(newer, "", Stop)).Count.ShouldBe(4);
        Encoding.UTF8.GetString((await remote.ReadAsync(newer, "models/fraud/model.yaml", Stop))!).ShouldBe("name: fraud");
        (await remote.ReadAsync(newer, "models/fraud", Stop)).ShouldBeNull();
        (await remote.ReadAsync(newer, "models/*/model.yaml", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_has_the_hash_that_git_gives_its_content()
    {
        var remote = await OpenAsync();

        (await remote.FilesAsync(_main, "models/churn", Stop)).Single(file => file.Path.EndsWith("model.yaml", StringComparison.Ordinal)).Blob
            .ShouldBe(_author.Run("rev-parse", "HEAD:models/churn/model.yaml"));
    }

    [Fact]
    public async Task Links_executables_and_other_repositories_are_told_by_their_modes()
    {
        var remote = await OpenAsync();
        var blob = _author.Run("rev-parse", "HEAD:models/churn/model.yaml");
        _author.Run("update-index", "--add", "--cacheinfo", $"120000,{blob},odd/link", "--cacheinfo", $"100755,{blob},odd/run", "--cacheinfo", $"160000,{_main},odd/module", "--cacheinfo", $"100644,{blob},odd/plain");
        _author.Run("commit", "--quiet", "-m", "Odd files");
        _author.Run("push", "--quiet", "origin", "main");

        (await remote.FilesAsync(_author.Run("rev-parse", "HEAD"), "odd", Stop)).Select(file => (file.Path, file.Mode))
            .ShouldBe([("odd/link", "120000"), ("odd/module", "160000"), ("odd/plain", GitFile.Plain), ("odd/run", "100755")]);
    }

    [Fact]
    public async Task A_commit_leaves_the_clone_as_it_was_and_keeps_the_other_files()
    {
        File.WriteAllText(Path.Combine(_clone.Path, "README.md"), "changed by hand");
        _clone.Run("add", "README.md");
        var before = _clone.State();

        var commit = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);

        _clone.State().ShouldBe(before);
        _origin.Run("rev-parse", "refs/heads/release/churn-1.0.0").ShouldBe(commit);
        _origin.Run("rev-parse", $"{commit}^").ShouldBe(_main);
        _origin.Run("ls-tree", "-r", "--name-only", "-z", commit).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["README.md", "models/churn/data/größe.csv", "models/churn/model.yaml", "models/churn/releases/1.0.0/release.json"]);
        _origin.Run("show", $"{commit}:models/churn/releases/1.0.0/release.json").ShouldBe("{ \"a\": 1 }");
        _origin.Run("log", "-1", "--format=%B", commit).ShouldContain("Zweite Zeile: größer");
    }

    [Fact]
    public async Task The_same_commit_again_changes_nothing_even_later()
    {
        var first = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);
        _clock.Pass(TimeSpan.FromDays(1));

        var second = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task Equal_commits_at_one_time_have_equal_hashes_in_different_clones()
    {
        using var other = GitRepository.CloneOf(_origin);
        var first = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);
        _origin.Run("update-ref", "-d", "refs/heads/release/churn-1.0.0");

        var second = await (await GitCommandRemote.OpenAsync(other.Path, null, _clock, Stop)).CommitAsync(Release("1.0.0"), Stop);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task Another_content_replaces_the_branchs_commit()
    {
        var first = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);
        var changed = Release("1.0.0") with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["models/churn/releases/1.0.0/release.json"] = "{}"u8.ToArray() } };

        var second = await (await OpenAsync()).CommitAsync(changed, Stop);

        second.ShouldNotBe(first);
        _origin.Run("rev-parse", "refs/heads/release/churn-1.0.0").ShouldBe(second);
        _origin.Run("rev-parse", $"{second}^").ShouldBe(_main);
    }

    [Fact]
    public async Task A_file_takes_the_place_of_a_folder_of_its_name()
    {
        var commit = Release("1.0.0") with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["models"] = "x"u8.ToArray() } };

        var made = await (await OpenAsync()).CommitAsync(commit, Stop);

        _origin.Run("ls-tree", "-r", "--name-only", made).Split('\n').ShouldBe(["README.md", "models"]);
    }

    [Fact]
    public async Task A_tag_is_made_once_and_never_moved()
    {
        var remote = await OpenAsync();
        var tag = new NewGitTag("churn#production#3", _main, "churn 1.0.0 is promoted\n\nVersion: 1.0.0\nReason: größer");

        (await remote.CreateTagAsync(tag, Stop)).ShouldBeTrue();
        (await remote.CreateTagAsync(tag with { Message = "other" }, Stop)).ShouldBeFalse();
        (await remote.CreateTagAsync(tag, Stop)).ShouldBeFalse();

        var found = (await remote.TagsAsync("churn#", Stop)).ShouldHaveSingleItem();
        found.ShouldBe(new GitTag(tag.Name, _main, tag.Message, "ModelPipeline <modelpipeline@localhost>", _clock.GetUtcNow()));
        _origin.Run("cat-file", "-t", "refs/tags/churn#production#3").ShouldBe("tag");
        _clone.Run("tag", "--list").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_who_make_the_same_tag_at_once_one_does()
    {
        var clones = Enumerable.Range(0, 4).Select(_ => GitRepository.CloneOf(_origin)).ToArray();
        var made = await Task.WhenAll(clones.Select(async (clone, i) =>
            await (await GitCommandRemote.OpenAsync(clone.Path, null, _clock, Stop)).CreateTagAsync(new NewGitTag("churn#staging#1", _main, $"by {i}"), Stop)));

        made.Count(one => one).ShouldBe(1);
        (await (await OpenAsync()).TagsAsync("", Stop)).ShouldHaveSingleItem().Message.ShouldBe($"by {Array.IndexOf(made, true)}");
        foreach (var clone in clones)
            clone.Dispose();
    }

    [Fact]
    public async Task Tags_are_read_through_other_tags_and_lightweight_ones_are_left_out()
    {
        _author.Run("tag", "light", _main);
        _author.Run("tag", "-a", "-m", "inner", "churn@v1.0.0", _main);
        _author.Run("tag", "-a", "-m", "outer", "churn@v1.0.1", "churn@v1.0.0");
        _author.Run("tag", "-a", "-m", "a file", "blob", "HEAD:README.md");
        _author.Run("push", "--quiet", "--tags", "origin");

        var tags = await (await OpenAsync()).TagsAsync("", Stop);

        tags.Select(tag => (tag.Name, tag.Commit, tag.Message)).ShouldBe([("churn@v1.0.0", _main, "inner"), ("churn@v1.0.1", _main, "outer")]);
        tags[0].Tagger.ShouldBe("Ada <ada@acme.example>");
        _clone.Run("tag", "--list").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lightweight_tag_takes_its_name_all_the_same()
    {
        _author.Run("tag", "churn#staging#1", _main);
        _author.Run("push", "--quiet", "--tags", "origin");

        (await (await OpenAsync()).CreateTagAsync(new NewGitTag("churn#staging#1", _main, "x"), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_shallow_clone_will_do()
    {
        _author.Run("tag", "-a", "-m", "old", "churn@v1.0.0", "HEAD~2");
        _author.Run("push", "--quiet", "--tags", "origin");
        using var shallow = GitRepository.CloneOf(_origin, "--depth=1", "--no-tags");
        var remote = await GitCommandRemote.OpenAsync(shallow.Path, null, _clock, Stop);
        var before = shallow.State();

        var tag = (await remote.TagsAsync("churn@", Stop)).ShouldHaveSingleItem();
        (await remote.ReadAsync(tag.Commit, "README.md", Stop)).ShouldBe("models"u8.ToArray());
        var commit = await remote.CommitAsync(Release("1.0.0"), Stop);
        (await remote.CreateTagAsync(new NewGitTag("churn#staging#1", commit, "x"), Stop)).ShouldBeTrue();

        _origin.Run("rev-parse", $"{commit}^").ShouldBe(_main);
        shallow.State().ShouldBe(before);
    }

    [Fact]
    public async Task Who_commits_is_who_gits_configuration_says()
    {
        _clone.Run("config", "user.name", "Grace Hopper");
        _clone.Run("config", "user.email", "grace@acme.example");

        var commit = await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop);

        _origin.Run("log", "-1", "--format=%an <%ae> %cn <%ce> %ct", commit).ShouldBe($"Grace Hopper <grace@acme.example> Grace Hopper <grace@acme.example> {_clock.GetUtcNow().ToUnixTimeSeconds()}");
    }

    [Fact]
    public async Task Hooks_of_the_clone_do_not_run()
    {
        var hook = Path.Combine(_clone.Path, ".git/hooks/pre-push");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, "#!/bin/sh\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (await (await OpenAsync()).CreateTagAsync(new NewGitTag("churn#staging#1", _main, "x"), Stop)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--upload-pack=touch")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task A_hostile_name_of_a_branch_or_tag_is_refused_or_only_a_name(string name)
    {
        var remote = await OpenAsync();

        try
        {
            (await remote.TipAsync(name, Stop)).ShouldBeNull();
        }
        catch (InputException refused)
        {
            refused.Message.ShouldContain("git takes");
        }
    }

    [Theory]
    [InlineData("-x")]
    [InlineData("--upload-pack=touch pwned")]
    [InlineData("")]
    public async Task A_remote_that_looks_like_an_option_is_refused(string remote) =>
        await Should.ThrowAsync<InputException>(() => GitCommandRemote.OpenAsync(_clone.Path, remote, _clock, Stop));

    [Theory]
    [InlineData("../secret")]
    [InlineData("a//b")]
    [InlineData("/etc/passwd")]
    [InlineData("a/./b")]
    public async Task A_path_outside_of_the_repository_is_refused(string path)
    {
        var remote = await OpenAsync();

        await Should.ThrowAsync<InputException>(() => remote.ReadAsync(_main, path, Stop));
        await Should.ThrowAsync<InputException>(() => remote.CommitAsync(Release("1.0.0") with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { [path] = default } }, Stop));
    }

    [Fact]
    public async Task A_path_into_git_itself_is_refused() => await Should.ThrowAsync<InputException>(async () =>
        await (await OpenAsync()).CommitAsync(Release("1.0.0") with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { [".git/config"] = default } }, Stop));

    [Fact]
    public async Task What_is_no_hash_is_no_commit() =>
        await Should.ThrowAsync<ArgumentException>(async () => await (await OpenAsync()).FilesAsync("--help", "", Stop));

    [Fact]
    public async Task A_commit_that_the_remote_lacks_is_an_error() =>
        await Should.ThrowAsync<RemoteException>(async () => await (await OpenAsync()).FilesAsync(new string('1', 40), "", Stop));

    [Fact]
    public async Task A_remote_that_is_not_there_is_an_error_without_its_credentials()
    {
        var remote = await GitCommandRemote.OpenAsync(_clone.Path, "http://ada:s3cret@127.0.0.1:9/x?token=s3cret", _clock, Stop);

        var fault = await Should.ThrowAsync<RemoteException>(() => remote.DefaultBranchAsync(Stop));

        fault.Message.ShouldContain("127.0.0.1");
        fault.Message.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task An_empty_remote_says_so()
    {
        using var empty = GitRepository.Empty(bare: true);
        var remote = await GitCommandRemote.OpenAsync(_clone.Path, $"file://{empty.Path}", _clock, Stop);

        (await Should.ThrowAsync<RemoteException>(() => remote.DefaultBranchAsync(Stop))).Message.ShouldContain("is it empty?");
        (await remote.TagsAsync("", Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_that_the_remote_refuses_is_an_error_with_its_words()
    {
        OnUpdate("echo protected by policy >&2; exit 1");

        (await Should.ThrowAsync<RemoteException>(async () => await (await OpenAsync()).CommitAsync(Release("1.0.0"), Stop))).Message.ShouldContain("protected by policy");
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_is_looked_up()
    {
        OnUpdate("git update-ref \"$1\" \"$3\"; exit 1");
        var remote = await OpenAsync();

        var commit = await remote.CommitAsync(Release("1.0.0"), Stop);

        (await remote.TipAsync("release/churn-1.0.0", Stop)).ShouldBe(commit);
        (await remote.CreateTagAsync(new NewGitTag("churn#staging#1", _main, "x"), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_pushes_in_between_keeps_what_was_pushed()
    {
        OnUpdate($"git update-ref \"$1\" {_main}; exit 1");
        var remote = await OpenAsync();

        (await Should.ThrowAsync<RemoteException>(() => remote.CommitAsync(Release("1.0.0"), Stop))).Message.ShouldContain("somebody else");

        (await remote.TipAsync("release/churn-1.0.0", Stop)).ShouldBe(_main);
        (await remote.CreateTagAsync(new NewGitTag("churn#staging#1", _main, "x"), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_is_in_no_repository_is_the_users_mistake()
    {
        using var folder = new Storage.TemporaryFolder();

        (await Should.ThrowAsync<InputException>(() => GitCommandRemote.OpenAsync(folder.Path, null, _clock, Stop))).Message.ShouldContain("no git repository");
        await Should.ThrowAsync<InputException>(() => GitCommandRemote.OpenAsync(folder["absent"], null, _clock, Stop));
    }

    [Fact]
    public async Task Of_several_remotes_origin_is_taken_else_the_only_one()
    {
        _clone.Run("remote", "rename", "origin", "upstream");
        (await (await OpenAsync()).TipAsync("main", Stop)).ShouldBe(_main);

        _clone.Run("remote", "add", "fork", "file:///absent");

        (await Should.ThrowAsync<InputException>(OpenAsync)).Message.ShouldContain("'fork', 'upstream'");
    }

    [Fact]
    public async Task A_stop_is_no_fault_of_the_remote()
    {
        var remote = await OpenAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => remote.TagsAsync("", stopped.Token));
    }

    public void Dispose()
    {
        _origin.Dispose();
        _author.Dispose();
        _clone.Dispose();
    }

    private Task<GitCommandRemote> OpenAsync() => GitCommandRemote.OpenAsync(_clone.Path, null, _clock, Stop);

    /// <summary>Lets the remote run a script before each change of a branch or tag.</summary>
    private void OnUpdate(string script)
    {
        var hook = Path.Combine(_origin.Path, "hooks/update");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private BranchCommit Release(string version) => new()
    {
        Branch = $"release/churn-{version}",
        Parent = _main,
        Message = $"Release churn {version}\n\nZweite Zeile: größer",
        Files = new Dictionary<string, ReadOnlyMemory<byte>> { [$"models/churn/releases/{version}/release.json"] = "{ \"a\": 1 }"u8.ToArray() },
    };
}
