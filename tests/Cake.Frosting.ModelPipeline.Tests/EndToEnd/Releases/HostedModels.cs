using System.Diagnostics;
using System.Text;
using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

/// <summary>A user's repository with one model, on a GitHub of loopback. Its main branch holds what the checkout holds.</summary>
internal sealed class HostedModels : IAsyncDisposable
{
    public const string Model = "penguins";

    private readonly ManualClock _clock;

    private HostedModels(GitHubDouble github, ManualClock clock, ModelRepository checkout)
    {
        (GitHub, _clock, Checkout) = (github, clock, checkout);
        (Alice, Bob) = (github.User("alice", 1), github.User("bob", 2));
        Repository = github.Repository(github.Organisation("acme"), "models").Grant(Alice, GitHubAccess.Write).Grant(Bob, GitHubAccess.Write);
        Token = github.ActionsToken();
        File.AppendAllText(Checkout.Spec(Model), "benchmark: { limits: { latency: 3, batch: 3, train: 3, memory: 3, size: 3 } }\n");
        Repository.Push("main", FilesOf(Checkout), Alice, message: "A model");
    }

    public ModelRepository Checkout { get; }

    public GitHubDouble GitHub { get; }

    public GitHubRepository Repository { get; }

    /// <summary>Changes the model and proposes its release.</summary>
    public GitHubAccount Alice { get; }

    /// <summary>Had no part in it, and may approve it.</summary>
    public GitHubAccount Bob { get; }

    /// <summary>A workflow's plain token, with which all processes run.</summary>
    public string Token { get; set; }

    /// <summary>The one pull request.</summary>
    public GitHubPullRequest Request => Repository.PullRequests.ShouldHaveSingleItem();

    /// <summary>A model that was never released.</summary>
    public static Task<HostedModels> StartAsync() => StartAsync(new ModelRepository(Model));

    /// <summary>A model with its champion 1.0.0.</summary>
    public static Task<HostedModels> StartWithChampionAsync() => StartAsync(ModelRepository.WithChampions(Model));

    private static async Task<HostedModels> StartAsync(ModelRepository checkout)
    {
        var clock = new ManualClock();
        return new HostedModels(await GitHubDouble.StartAsync(clock, "api/v3/"), clock, checkout);
    }

    /// <summary>Changes a parameter, and pushes it.</summary>
    public void ChangeParameter()
    {
        Checkout.Edit(Checkout.Spec(Model), "l2: 1.0", "l2: 0.9");
        PushCheckout("Regularise less");
    }

    /// <summary>Pushes the checkout to main.</summary>
    public void PushCheckout(string message)
    {
        Repository.Push("main", FilesOf(Checkout), Alice, message: message);
        LetTimePass();
    }

    /// <summary>Reviews the head some time after it arrived.</summary>
    public void Review(GitHubAccount by, string state = "APPROVED")
    {
        LetTimePass();
        Request.Review(by, state);
        LetTimePass();
    }

    /// <summary>Lets some time pass on the server.</summary>
    public void LetTimePass() => _clock.Advance(TimeSpan.FromMinutes(5));

    /// <summary>Brings the checkout to the tip of main.</summary>
    public void Pull()
    {
        foreach (var (path, bytes) in FilesAt("main"))
        {
            var target = Path.Combine(Checkout.Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
    }

    /// <summary>The files of a commit by path.</summary>
    public SortedDictionary<string, byte[]> FilesAt(string revision) => new(
        Repository.Objects.FilesOf(Repository.Resolve(revision)!).ToDictionary(file => file.Key, file => Repository.Objects.Read<Shared.GitHub.Git.GitBlob>(file.Value.Hash).Content),
        StringComparer.Ordinal);

    /// <summary>Runs the host as a workflow does that Alice triggered.</summary>
    public Task<HostRun> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public Task<HostRun> RunAsync(string[] arguments, (string Name, string Value)[] environment) =>
        HostRun.StartAsync(HostRun.BuiltHost, Checkout.Folder, arguments, [.. Environment(), .. environment]);

    public Process Begin(params string[] arguments) => HostRun.Begin(HostRun.BuiltHost, Checkout.Folder, arguments, Environment());

    private (string Name, string Value)[] Environment() =>
    [
        ("GITHUB_API_URL", GitHub.Address.AbsoluteUri.TrimEnd('/')),
        ("GITHUB_SERVER_URL", GitHub.PageAddress.AbsoluteUri.TrimEnd('/')),
        ("GITHUB_REPOSITORY", Repository.FullName),
        ("GITHUB_TOKEN", Token),
        ("GITHUB_ACTOR", Alice.Login),
        ("GITHUB_ACTOR_ID", $"{Alice.Id}"),
    ];

    /// <summary>Asserts that there is one release: merged, tagged, public, with exactly its files, and told.</summary>
    public void ShouldBeReleased(string tag)
    {
        Request.IsMerged.ShouldBeTrue();
        Repository.Refs.Keys.Where(name => name.StartsWith("refs/tags/", StringComparison.Ordinal)).ShouldBe([$"refs/tags/{tag}"]);
        Repository.Refs[$"refs/tags/{tag}"].ShouldNotBe(Request.MergeCommit, "the tag is annotated");
        Repository.Resolve(tag).ShouldBe(Request.MergeCommit);
        var release = Repository.Releases.ShouldHaveSingleItem();
        (release.IsDraft, release.Tag).ShouldBe((false, tag));
        release.Assets.Select(asset => asset.Name).ShouldBe(["MODEL_CARD.md", "SHA256SUMS", "bom.cdx.json", "bundle.zip", "evidence.zip", "image.tar", "release.json"], ignoreOrder: true);
        var sums = Encoding.UTF8.GetString(release.Assets.Single(asset => asset.Name == "SHA256SUMS").Content!);
        release.Assets.Where(asset => asset.Name != "SHA256SUMS").ShouldAllBe(asset => sums.Contains($"{asset.Digest!.Replace("sha256:", "")}  {asset.Name}\n"));
        Repository.Comments.ShouldHaveSingleItem().Body.ShouldContain("is released**");
    }

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        Checkout.Dispose();
    }

    private static PushedFiles FilesOf(ModelRepository checkout)
    {
        var files = new PushedFiles();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(checkout.Folder, "models"), "*", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(checkout.Folder, path).Replace(Path.DirectorySeparatorChar, '/'), (byte[]?)File.ReadAllBytes(path));
        return files;
    }
}
