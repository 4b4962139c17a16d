using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class GitTests
{
    private const string Database = "repos/acme/models/git";

    [Fact]
    public async Task Hashes_are_those_that_git_computes()
    {
        await using var world = await World.StartAsync();
        var client = world.Client;
        var blob = (await client.SendAsync("POST", Database + "/blobs", new { content = "aGVsbG8K", encoding = "base64" })).Body.GetProperty("sha").GetString()!;
        var empty = (await client.SendAsync("POST", Database + "/trees", new { tree = Array.Empty<object>() })).Body.GetProperty("sha").GetString();
        object[] files = [Entry("a/b.txt", blob), Entry("a-b", blob), Entry("a.txt", blob)];
        var tree = (await client.SendAsync("POST", Database + "/trees", new { tree = files })).Body.GetProperty("sha").GetString()!;
        var person = new { name = "A U Thor", email = "author@example.com", date = "2005-04-07T22:13:13Z" };
        var commit = (await client.SendAsync("POST", Database + "/commits", new { message = "first\n", tree, parents = Array.Empty<string>(), author = person })).Body.GetProperty("sha").GetString()!;
        var tag = (await client.SendAsync("POST", Database + "/tags", new { tag = "v1", message = "one\n", @object = commit, type = "commit", tagger = person })).Body;

        blob.ShouldBe("ce013625030ba8dba906f756967f9e9ca394464a");
        empty.ShouldBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
        using var folder = new TemporaryRepository();
        folder.Write("a/b.txt", "hello\n");
        folder.Write("a-b", "hello\n");
        folder.Write("a.txt", "hello\n");
        (folder.Run("add", ".") + folder.Run("write-tree")).ShouldBe(tree);
        folder.Run("commit", "-q", "-m", "first");
        folder.Run("tag", "-a", "v1", "-m", "one");
        folder.Run("rev-parse", "HEAD").ShouldBe(commit);
        folder.Run("rev-parse", "refs/tags/v1").ShouldBe(tag.GetProperty("sha").GetString());
    }

    [Fact]
    public async Task A_commit_without_people_is_its_makers_and_maps_to_their_account()
    {
        await using var world = await World.StartAsync();
        var (_, made, _) = await world.Client.SendAsync("POST", Database + "/commits", new { message = "m", tree = TreeOf(world) });
        await world.Client.SendAsync("POST", Database + "/refs", new { @ref = "refs/heads/x", sha = made.GetProperty("sha").GetString() });

        var commit = await world.Client.GetAsync("repos/acme/models/commits/heads/x");

        commit.GetProperty("author").GetProperty("id").GetInt64().ShouldBe(1);
        commit.GetProperty("committer").GetProperty("id").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_branch_moves_forward_only_unless_it_is_forced()
    {
        await using var world = await World.StartAsync();
        var before = world.Models.Tip("main");
        var one = world.Models.Push("one", new() { { "a", "1" } }, world.Alice);
        var two = world.Models.Push("two", new() { { "a", "2" } }, world.Alice);

        var (status, body, _) = await world.Client.SendAsync("PATCH", Database + "/refs/heads/one", new { sha = two });

        status.ShouldBe(422);
        body.GetProperty("message").GetString().ShouldBe("Update is not a fast forward");
        (await world.Client.StatusAsync("PATCH", Database + "/refs/heads/main", new { sha = one })).ShouldBe(200);
        (await world.Client.StatusAsync("PATCH", Database + "/refs/heads/one", new { sha = two, force = true })).ShouldBe(200);
        (world.Models.Tip("main"), world.Models.Tip("one")).ShouldBe((one, two));
        before.ShouldNotBe(one);
    }

    [Fact]
    public async Task A_ref_is_made_once_and_found_by_what_it_begins_with()
    {
        await using var world = await World.StartAsync();
        var tip = world.Models.Tip("main");
        world.Models.Tag("churn#production#1", tip, world.Alice, "deployed");
        world.Models.Tag("churn@v1.0.0", tip, world.Alice);

        var (status, body, _) = await world.Client.SendAsync("POST", Database + "/refs", new { @ref = "refs/tags/churn@v1.0.0", sha = tip });
        var stages = await world.Client.GetAsync(Database + "/matching-refs/tags/churn%23");

        (status, body.GetProperty("message").GetString()).ShouldBe((422, "Reference already exists"));
        stages.GetArrayLength().ShouldBe(1);
        stages[0].GetProperty("ref").GetString().ShouldBe("refs/tags/churn#production#1");
        stages[0].GetProperty("object").GetProperty("type").GetString().ShouldBe("tag");
        (await world.Client.StatusAsync("GET", Database + "/ref/tags/churn%23production%231")).ShouldBe(200);
        (await world.Client.StatusAsync("GET", Database + "/ref/tags/churn")).ShouldBe(404);
        (await world.Client.StatusAsync("POST", Database + "/refs", new { @ref = "refs/heads/x", sha = new string('1', 40) })).ShouldBe(422);
    }

    [Fact]
    public async Task A_long_recursive_tree_is_cut_off_and_says_so()
    {
        await using var world = await World.StartAsync();
        world.Models.Push("main", new() { { "a/1", "1" }, { "a/2", "2" }, { "b/3", "3" } }, world.Alice);
        world.Models.TreeLimit = 3;

        var tree = await world.Client.GetAsync(Database + "/trees/main?recursive=1");

        tree.GetProperty("truncated").GetBoolean().ShouldBeTrue();
        tree.GetProperty("tree").EnumerateArray().Select(entry => entry.GetProperty("path").GetString()).ShouldBe(["README.md", "a", "a/1"]);
        (await world.Client.GetAsync(Database + "/trees/main")).GetProperty("truncated").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task History_of_a_folder_leaves_out_what_does_not_touch_it()
    {
        await using var world = await World.StartAsync();
        var touched = world.Models.Push("main", new() { { "models/churn/model.yaml", "1" } }, world.Alice);
        world.Models.Push("main", new() { { "models/churned/model.yaml", "1" } }, world.Bob);

        var commits = await world.Client.GetAsync("repos/acme/models/commits?path=models/churn&sha=main");

        commits.GetArrayLength().ShouldBe(1);
        commits[0].GetProperty("sha").GetString().ShouldBe(touched);
    }

    private static object Entry(string path, string sha) => new { path, mode = "100644", type = "blob", sha };

    private static string TreeOf(World world) => world.GitHub.Objects.Read<GitCommit>(world.Models.Tip("main")).Tree;
}
