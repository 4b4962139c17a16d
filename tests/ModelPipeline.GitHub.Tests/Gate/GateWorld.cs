using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Tests.Releasing;
using Shared.GitHub;
using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.Gate;

/// <summary>The release scene on a GitHub of the tests, judged by the gate over HTTP. A minute passes before everything that happens.</summary>
internal sealed class GateWorld : IAsyncDisposable
{
    public const string Branch = "release/churn-1.1.0";
    private const string Releases = "models/churn/releases/";
    private const string ChampionDocument = $"{Releases}1.0.0/release.json";
    private readonly List<GitHubReleaseHost> _hosts = [];

    private GateWorld(GitHubDouble github, VirtualClock clock, ReleaseScene scene, bool isOfFork)
    {
        (GitHub, Clock, Scene) = (github, clock, scene);
        Models = github.Repository(github.Organisation("acme"), "models");
        (Bot, Dana, Pat, Olga) = (github.App("acme-release").Bot, Person(ReleaseScene.Dana.Login, 11), Person(ReleaseScene.Pat.Login, 12), Person(ReleaseScene.Olga.Login, 13));
        (Rita, Sam) = (Person(ReleaseScene.Rita.Login, 21), Person(ReleaseScene.Sam.Login, 22));
        PushBase(scene.Host.Git.Files(scene.Host.Git["main"]!)!.ToDictionary(file => file.Key, file => (byte[]?)file.Value));
        Head = isOfFork ? Models.Fork(Pat) : Models;
        Head.Push(Branch, Files(), Bot);
        Request = Models.OpenPullRequest(Branch, Bot, Head);
        Host = With(github.ActionsToken());
    }

    public GitHubDouble GitHub { get; }

    public VirtualClock Clock { get; }

    public ReleaseScene Scene { get; }

    public GitHubRepository Models { get; }

    /// <summary>Where the pull request's branch is: the repository, or a fork.</summary>
    public GitHubRepository Head { get; }

    /// <summary>The commit that added the champion.</summary>
    public string Champion { get; private set; } = "";

    public GitHubPullRequest Request { get; }

    public GitHubAccount Bot { get; }

    public GitHubAccount Dana { get; }

    public GitHubAccount Pat { get; }

    public GitHubAccount Olga { get; }

    public GitHubAccount Rita { get; }

    public GitHubAccount Sam { get; }

    public GitHubReleaseHost Host { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<GateWorld> StartAsync(Action<ReleaseScene>? before = null, bool isOfFork = false)
    {
        var clock = new VirtualClock();
        return new(await GitHubDouble.StartAsync(clock, "api/v3/"), clock, new ReleaseScene(before), isOfFork);
    }

    /// <summary>Lets the gate read with another token.</summary>
    public void Use(string token) => Host = With(token);

    public void Pass(double minutes = 1) => Clock.Advance(TimeSpan.FromMinutes(minutes));

    public GitHubAccount Person(string login, long id, GitHubAccess access = GitHubAccess.Write)
    {
        var person = GitHub.User(login, id);
        Models.Grant(person, access);
        return person;
    }

    public GitHubReview Review(GitHubAccount by, string state = "APPROVED")
    {
        Pass();
        return Request.Review(by, state);
    }

    /// <summary>The release's files as the scene has them now.</summary>
    public PushedFiles Files() => Pushed(Scene.Files());

    /// <summary>Changes the release a little, so that its patch is another one.</summary>
    public PushedFiles ChangedFiles()
    {
        Scene.Judged.Leave(Evidence.StepNames.Train, change: evidence => evidence with { DurationMs = evidence.DurationMs + 1 });
        return Files();
    }

    public void Push(PushedFiles files, GitHubAccount? by = null, GitSignature? author = null, GitSignature? committer = null)
    {
        Pass();
        Head.Push(Branch, files, by ?? Bot, author, committer);
    }

    public void ForcePush(PushedFiles files, GitHubAccount? by = null, GitSignature? author = null)
    {
        Pass();
        Head.ForcePush(Branch, files, by ?? Bot, author: author);
    }

    public void PushToMain(PushedFiles files, GitHubAccount by)
    {
        Pass();
        Models.Push("main", files, by);
    }

    public Task<GateRuling> JudgeAsync() => Scene.Gate(Host).JudgeAsync(Scene.Run(Request.Number), Request.Number, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="ReleaseScene.ShouldBeAsync"/>
    public async Task<GateRuling> ShouldBeAsync(GateDecision decision, string? check = null, string reason = "")
    {
        var ruling = ReleaseScene.ShouldBe(await JudgeAsync(), decision, check, reason);
        GitHub.Changes.ShouldBeEmpty();
        return ruling;
    }

    /// <summary>Why a reviewer counts or not.</summary>
    public async Task<ReviewerVerdict> VerdictAsync(GitHubAccount reviewer) => (await JudgeAsync()).Reviewers.Single(verdict => verdict.Id == reviewer.Id);

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        await GitHub.DisposeAsync();
        Scene.Dispose();
    }

    /// <summary>Olga's model, the champion that the bot released of it, and Dana's change since.</summary>
    private void PushBase(Dictionary<string, byte[]?> files)
    {
        const string Changed = "models/churn/data.csv";
        var trained = Models.Push("main", Pushed(files.Where(file => file.Key != Changed && !IsReleased(file.Key))), Olga);
        Pass();
        files[ChampionDocument] = ReleaseJson.Write(ReleaseJson.Read(files[ChampionDocument]!) with { Commit = trained });
        Champion = Models.Push("main", Pushed(files.Where(file => IsReleased(file.Key))), Bot);
        Pass();
        Models.Push("main", Pushed(files.Where(file => file.Key == Changed)), Dana);
        Pass();
    }

    private static bool IsReleased(string path) => path.StartsWith(Releases, StringComparison.Ordinal);

    private GitHubReleaseHost With(string token)
    {
        var host = new GitHubReleaseHost(new GitHubSettings(GitHub.Address, GitHub.PageAddress, "acme/models", token), Clock, Hosts.Patient, null);
        _hosts.Add(host);
        return host;
    }

    private static PushedFiles Pushed(IEnumerable<KeyValuePair<string, byte[]?>> files)
    {
        var pushed = new PushedFiles();
        foreach (var (path, bytes) in files)
            pushed[path] = bytes;
        return pushed;
    }
}
