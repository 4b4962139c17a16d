using ModelPipeline.Evidence;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Linear;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>A GitHub with a proposed release of churn 1.3.0, whose image is kept with the draft.</summary>
internal sealed class ReleaseWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("release-").FullName;
    private readonly Shared.GitHub.GitHubRepository _models;
    private readonly GitHubPullRequest _request;
    private readonly string _token;
    private CancellationTokenSource _process = new();
    private int _runs;

    private ReleaseWorld(GitHubDouble github, VirtualClock clock)
    {
        (GitHub, Clock) = (github, clock);
        var alice = github.User("alice", 1);
        _models = github.Repository(github.Organisation("acme"), "models").Grant(alice, GitHubAccess.Write);
        _models.Push(Proposal.Branch, Proposal.Files(), alice);
        _request = _models.OpenPullRequest(Proposal.Branch, alice);
        _token = github.TokenOf(alice);
    }

    public GitHubDouble GitHub { get; }

    public VirtualClock Clock { get; }

    public RegistryDouble Registry { get; } = new();

    public IEnumerable<GitHubRelease> Published => _models.Releases.Where(release => !release.IsDraft);

    /// <summary>What the pull request was told. Hosts cannot keep several runs that tell it at once from doing so twice in the same words.</summary>
    public IEnumerable<string> Comments => WereAtOnce ? _models.Comments.Select(comment => comment.Body).Distinct() : _models.Comments.Select(comment => comment.Body);

    /// <summary>Whether several runs were at it at once.</summary>
    public bool WereAtOnce { get; set; }

    public static async Task<ReleaseWorld> StartAsync()
    {
        var clock = new VirtualClock();
        var world = new ReleaseWorld(await GitHubDouble.StartAsync(clock, "api/v3/"), clock);
        using var host = world.Host();
        using var image = new MemoryStream(Proposal.Image);
        await new ReleaseAssetStore(host, Proposal.Tag, clock).PutAsync("image.tar", image, TestContext.Current.CancellationToken);
        world.GitHub.ForgetRequests();
        return world;
    }

    /// <summary>Runs the step as a new process does, some time after the one before.</summary>
    /// <returns>Its outcome; <see langword="null"/> where the process was killed.</returns>
    public async Task<StepOutcome?> RunAsync()
    {
        await Task.Delay(TimeSpan.FromMinutes(2), Clock);
        _process.Dispose();
        _process = new CancellationTokenSource();
        try
        {
            return await RunOnceAsync(_process.Token);
        }
        catch (OperationCanceledException) when (_process.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Runs the step with a connection of its own.</summary>
    public async Task<StepOutcome> RunOnceAsync(CancellationToken cancellation)
    {
        using var host = Host();
        var place = new ReleasePlace(host.Git, host, tag => new ReleaseAssetStore(host, tag, Clock), []);
        var step = new ReleaseStep(place, new ApprovingGate(host), Registry, new NotesRenderer(), Clock);
        return await step.RunAsync(NewRun(), new Progress<string>(), cancellation);
    }

    /// <summary>Has the process killed with a request, which is served or not.</summary>
    /// <param name="at">The request's number, from 1.</param>
    /// <param name="fault">What becomes of the request.</param>
    public void KillAt(int at, Fault fault)
    {
        GitHub.ForgetRequests();
        GitHub.Faults = request =>
        {
            if (request.Number < at)
                return null;
            _process.Cancel();
            return request.Number == at ? fault : Fault.DropBefore;
        };
    }

    /// <summary>Asserts that there is exactly one release with exactly the planned assets, and that another run changes nothing.</summary>
    public async Task ShouldEndWellAsync()
    {
        GitHub.Faults = null;
        ShouldBeDone(await RunAsync());
        ShouldBeReleased();
        GitHub.ForgetRequests();
        ShouldBeDone(await RunAsync());
        GitHub.Changes.ShouldBeEmpty();
    }

    public void ShouldBeReleased()
    {
        var merged = _models.Tip("main");
        _models.Objects.FilesOf(merged).Keys.ShouldContain($"{Proposal.Folder}/release.json");
        _models.Refs.Keys.Where(reference => reference.StartsWith("refs/tags/", StringComparison.Ordinal)).ShouldBe([$"refs/tags/{Proposal.Tag}"]);
        _models.Refs[$"refs/tags/{Proposal.Tag}"].ShouldNotBe(merged);
        _models.Resolve(Proposal.Tag).ShouldBe(merged);
        var release = _models.Releases.ShouldHaveSingleItem();
        (release.IsDraft, release.Name, release.Target).ShouldBe((false, "churn 1.3.0", merged));
        release.Assets.ToDictionary(asset => asset.Name, asset => Convert.ToHexStringLower(asset.Content ?? [])).ShouldBe(Proposal.Assets(), ignoreOrder: true);
        Registry.Images.ShouldHaveSingleItem().ShouldBe(new(Proposal.ImageReference, RegistryDouble.DigestIn(Proposal.Image)));
        Comments.ShouldHaveSingleItem().ShouldContain("is released**");
    }

    public static void ShouldBeDone(StepOutcome? outcome) =>
        outcome.ShouldNotBeNull().Checks.Select(check => (check.Name, check.Status, check.Reason)).ShouldAllBe(check => check.Status == Status.Passed);

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private GitHubReleaseHost Host() => new(new GitHubSettings(GitHub.Address, GitHub.PageAddress, "acme/models", _token), Clock, new GitHubLimits(), null);

    private ModelRun NewRun()
    {
        var spec = new ModelSpec
        {
            Path = Path.Combine(_folder, "models", "churn", "model.yaml"),
            Digest = Digest.Of("spec"),
            Name = "churn",
            Owner = "retention-team",
            MonitoringOwner = "retention-team",
            Task = ModelTask.BinaryClassification,
            Description = "Who will leave.",
            Data = new DataSpec { Path = "data.csv", Label = "y", Positive = "yes", Key = ["id"], Split = new SplitSpec { Method = SplitMethod.Stratified, Test = 0.5 } },
            Train = new TrainSpec { Engine = "linear", Trainer = "logistic-regression", Parameters = new TrainerParameters([]) },
            Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec>() },
            Card = new CardSpec { License = "mit" },
            Release = new ReleaseSpec(),
        };
        var options = new RunOptions { Workspace = Path.Combine(_folder, $"{Interlocked.Increment(ref _runs)}"), Repository = _folder, PullRequest = _request.Number };
        return new ModelRun(spec, new LinearEngine(), options, new ToolIdentity("0.1.0", Digest.Of("tool")), null, null);
    }
}
