using ModelPipeline.Evidence;
using ModelPipeline.GitHub.Tests.Gate;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Linear;
using ModelPipeline.Packaging;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>A GitHub with a proposed release of churn, whose image is kept with the draft.</summary>
internal sealed class ReleaseWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("release-").FullName;
    private readonly Shared.GitHub.GitHubRepository _models;
    private readonly GitHubPullRequest _request;
    private readonly GateWorld? _judged;
    private readonly Proposal _proposal = Proposal.Plain;
    private readonly string _token;
    private CancellationTokenSource _process = new();
    private int _runs;

    private ReleaseWorld(GitHubDouble github, VirtualClock clock)
    {
        (GitHub, Clock) = (github, clock);
        var alice = github.User("alice", 1);
        _models = github.Repository(github.Organisation("acme"), "models").Grant(alice, GitHubAccess.Write);
        _models.Push(_proposal.Branch, _proposal.Files(), alice);
        _request = _models.OpenPullRequest(_proposal.Branch, alice);
        _token = github.TokenOf(alice);
    }

    private ReleaseWorld(GateWorld judged)
    {
        (GitHub, Clock, _judged, _models, _request) = (judged.GitHub, judged.Clock, judged, judged.Models, judged.Request);
        _proposal = Proposal.Of(judged.Scene);
        _token = judged.GitHub.ActionsToken();
    }

    public GitHubDouble GitHub { get; }

    public VirtualClock Clock { get; }

    public RegistryDouble Registry { get; } = new();

    public IEnumerable<GitHubRelease> Published => _models.Releases.Where(release => !release.IsDraft);

    /// <summary>What the pull request was told. Hosts cannot keep several runs that tell it at once from doing so twice in the same words.</summary>
    public IEnumerable<string> Comments => WereAtOnce ? _models.Comments.Select(comment => comment.Body).Distinct() : _models.Comments.Select(comment => comment.Body);

    /// <summary>Whether several runs were at it at once.</summary>
    public bool WereAtOnce { get; set; }

    /// <summary>One whose gate approves whatever it can read.</summary>
    public static async Task<ReleaseWorld> StartAsync()
    {
        var clock = new VirtualClock();
        return await StoreImageAsync(new ReleaseWorld(await GitHubDouble.StartAsync(clock, "api/v3/"), clock));
    }

    /// <summary>One whose gate is the real one. The proposal is in order; nobody has approved it.</summary>
    public static async Task<ReleaseWorld> StartJudgedAsync() => await StoreImageAsync(new ReleaseWorld(await GateWorld.StartAsync(scene =>
    {
        var image = Proposal.ReleaseImageOf(File.ReadAllBytes(scene.Judged.Workspace.Image));
        var bill = "{}"u8.ToArray();
        var facts = new Dictionary<string, string> { [PackageStep.ImageFact] = image.Digest.ToString(), [$"report.{PackageStep.BillName}"] = Digest.Of(bill).ToString() };
        scene.Judged.Leave(StepNames.Package, change: evidence => evidence with { Facts = evidence.Facts.Concat(facts).ToDictionary() });
        scene.Further[PackageStep.BillName] = bill;
        scene.Judged.Folder.Spec = scene.Judged.Folder.Spec with { Package = scene.Judged.Folder.Spec.Package with { Image = image.Name } };
        scene.Change = document => document with { Image = image };
    })));

    /// <summary>Somebody with the right to do so approves the proposal.</summary>
    public ReleaseWorld Approve()
    {
        _judged!.Review(_judged.Rita);
        _judged.Pass();
        return this;
    }

    /// <summary>Somebody pushes to the proposal's branch.</summary>
    public void PushMore() => _judged!.Push(_judged.ChangedFiles());

    public bool IsMerged => _request.IsMerged;

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
        var step = new ReleaseStep(place, _judged?.Scene.Gate(host) as IReleaseGate ?? new ApprovingGate(host), Registry, new NotesRenderer(), Clock);
        return await step.RunAsync(NewRun(), new Progress<string>(), cancellation);
    }

    /// <summary>Has the next process killed.</summary>
    public void Kill(Kill kill)
    {
        var asked = 0;
        GitHub.Faults = _ =>
        {
            var number = Interlocked.Increment(ref asked);
            if (number < kill.At)
                return null;
            _process.Cancel();
            return number == kill.At ? kill.Fault : Fault.DropBefore;
        };
    }

    /// <summary>Asserts that there is exactly one release with exactly the planned assets, and that another run changes nothing.</summary>
    public async Task ShouldEndWellAsync()
    {
        GitHub.Faults = null;
        ShouldBeDone(await RunAsync());
        await ShouldStayAsync();
    }

    /// <summary>Asserts the same where a run has just ended well.</summary>
    public async Task ShouldStayAsync()
    {
        GitHub.Faults = null;
        ShouldBeReleased();
        GitHub.ForgetRequests();
        ShouldBeDone(await RunAsync());
        GitHub.Changes.ShouldBeEmpty();
    }

    public void ShouldBeReleased()
    {
        var merged = _models.Tip("main");
        _models.Objects.FilesOf(merged).Keys.ShouldContain($"{_proposal.Folder}/release.json");
        _models.Refs.Keys.Where(reference => reference.StartsWith("refs/tags/", StringComparison.Ordinal)).ShouldBe([$"refs/tags/{_proposal.Tag}"]);
        _models.Refs[$"refs/tags/{_proposal.Tag}"].ShouldNotBe(merged);
        _models.Resolve(_proposal.Tag).ShouldBe(merged);
        var release = _models.Releases.ShouldHaveSingleItem();
        (release.IsDraft, release.Name, release.Target).ShouldBe((false, $"churn {_proposal.Version}", merged));
        release.Assets.ToDictionary(asset => asset.Name, asset => Convert.ToHexStringLower(asset.Content ?? [])).ShouldBe(_proposal.Assets(), ignoreOrder: true);
        Registry.Images.ShouldHaveSingleItem().ShouldBe(new(_proposal.ImageReference, RegistryDouble.DigestIn(_proposal.Image)));
        Comments.ShouldHaveSingleItem().ShouldContain("is released**");
    }

    public static void ShouldBeDone(StepOutcome? outcome) =>
        outcome.ShouldNotBeNull().Checks.Select(check => (check.Name, check.Status, check.Reason)).ShouldAllBe(check => check.Status == Status.Passed);

    public async ValueTask DisposeAsync()
    {
        await (_judged?.DisposeAsync() ?? GitHub.DisposeAsync());
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private GitHubReleaseHost Host() => new(new GitHubSettings(GitHub.Address, GitHub.PageAddress, "acme/models", _token), Clock, new GitHubLimits(), null);

    private static async Task<ReleaseWorld> StoreImageAsync(ReleaseWorld world)
    {
        using var host = world.Host();
        using var image = new MemoryStream(world._proposal.Image);
        await new ReleaseAssetStore(host, world._proposal.Tag, world.Clock).PutAsync("image.tar", image, TestContext.Current.CancellationToken);
        world.GitHub.ForgetRequests();
        return world;
    }

    private ModelRun NewRun()
    {
        var workspace = $"{Interlocked.Increment(ref _runs)}";
        if (_judged is not null)
            return _judged.Scene.Run(_request.Number, workspace);
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
        var options = new RunOptions { Workspace = Path.Combine(_folder, workspace), Repository = _folder, PullRequest = _request.Number };
        return new ModelRun(spec, new EngineCatalog([new LinearEngine()]), options, new ToolIdentity("0.1.0", Digest.Of("tool")), null, null);
    }
}
