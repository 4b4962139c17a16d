using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Storage;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Releasing;

/// <summary>A repository with a champion, a change to the model on main, and an open pull request that a bot opened for the new version: all of it in order, and nobody has reviewed.</summary>
internal sealed class ReleaseScene : IDisposable
{
    public const string Folder = "models/churn/releases/1.1.0";
    public static readonly Account Bot = new(40, "acme-release[bot]", true);
    public static readonly Account Dana = new(11, "dana", false);
    public static readonly Account Pat = new(12, "pat", false);
    public static readonly Account Olga = new(13, "olga", false);
    public static readonly Account Rita = new(21, "rita", false);
    public static readonly Account Sam = new(22, "sam", false);
    private readonly Dictionary<Digest, ReleaseSpec> _policies = [];

    public ReleaseScene(Action<ReleaseScene>? before = null, Action<ReleaseScene>? between = null)
    {
        foreach (var person in new[] { Bot, Dana, Pat, Olga, Rita, Sam })
            Host.Allow(person, "write");
        before?.Invoke(this);
        Trained = Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/model.yaml"] = "spec"u8.ToArray() }, Olga);
        between?.Invoke(this);
        Release("1.0.0", new Dictionary<string, byte[]?>());
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/data.csv"] = "rows"u8.ToArray() }, Dana);
        foreach (var (path, bytes) in Base)
            Host.Commit("main", new Dictionary<string, byte[]?> { [path] = bytes }, Olga);
        Host.Open(Bot, "release/churn-1.1.0", "main", Files());
    }

    public JudgedCandidate Judged { get; } = new();

    public FakeReleaseHost Host { get; } = new();

    /// <summary>The commit that the champion was trained at.</summary>
    public string Trained { get; }

    /// <summary>Changes what the champion's release.json says.</summary>
    public Func<ReleaseDocument, ReleaseDocument> ChangeChampion { get; set; } = document => document;

    /// <summary>Further files of the base.</summary>
    public Dictionary<string, byte[]> Base { get; } = [];

    /// <summary>Further files of the release.</summary>
    public Dictionary<string, byte[]> Further { get; } = [];

    /// <summary>What the base's <c>model.yaml</c> demands.</summary>
    public ReleaseSpec Policy
    {
        get => _policies.GetValueOrDefault(Digest.Of("spec"), new ReleaseSpec());
        set => _policies[Digest.Of("spec")] = value;
    }

    /// <summary>Changes what release.json says; the scene's default is the truth.</summary>
    public Func<ReleaseDocument, ReleaseDocument> Change { get; set; } = document => document;

    /// <summary>Whether the bundle is stored beside the repository.</summary>
    public bool IsStored { get; set; }

    public IArtifactStore Store => new FolderArtifactStore(Judged.Folder["artifacts"]);

    public void Demand(string spec, ReleaseSpec policy) => _policies[Digest.Of(spec)] = policy;

    /// <summary>Puts a release of the champion's bundle on main as the bot, with more in the same commit.</summary>
    public void Release(string version, Dictionary<string, byte[]?> more)
    {
        var archive = BundleArchive.Pack(Judged.ChampionBundle);
        var document = Document() with { Version = version, Bundle = BundleDigest.Of(Judged.ChampionBundle), Champion = null, Files = [], Commit = Trained };
        Host.Commit("main", new Dictionary<string, byte[]?>(more)
        {
            [$"models/churn/releases/{version}/release.json"] = ReleaseJson.Write(ChangeChampion(document)),
            [$"models/churn/releases/{version}/bundle.zip"] = archive,
        }, Bot);
    }

    /// <summary>The release's files as the pull request adds them.</summary>
    public Dictionary<string, byte[]?> Files()
    {
        var workspace = Judged.Workspace;
        var archive = BundleArchive.Pack(workspace.Bundle);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [ModelWorkspace.ModelCardName] = ReleasedCard.Write(File.ReadAllText(workspace.ModelCard), Change(Document())),
        };
        foreach (var (path, bytes) in Further)
            files[path] = bytes;
        if (!IsStored)
            files[BundleArchive.FileName] = archive;
        foreach (var step in StepNames.Required)
            files[$"evidence/{step}.json"] = File.ReadAllBytes(workspace.Evidence.PathOf(step));
        var document = Document() with { Files = new(files.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal) };
        if (IsStored)
            document.Artifacts![BundleArchive.FileName] = new ReleaseArtifact(Digest.Of(archive), archive.Length);
        files[ReleaseDocument.FileName] = ReleaseJson.Write(Change(document));
        return files.ToDictionary(file => $"{Folder}/{file.Key}", file => (byte[]?)file.Value);
    }

    private ReleaseDocument Document() => new()
    {
        Model = "churn",
        Version = "1.1.0",
        Bundle = Judged.Candidate,
        Origin = ReleaseDocument.Proposed,
        Released = DateTimeOffset.UnixEpoch,
        Tool = "0.1.0",
        Data = Judged.Folder.Run().DataDigest,
        Spec = Digest.Of("spec"),
        Files = [],
        Champion = Judged.Folder.Champion is { } champion ? new Baseline(champion.Version.ToString(), champion.Digest) : null,
        Proposers = [new ReleaseProposer(Pat.Id, Pat.Login)],
        Bump = Plan().Bump is { } bump ? VersionPlan.NameOf(bump) : null,
        Changes = Plan().Changes,
        Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = new ReleaseArtifact(Digest.OfFile(Judged.Workspace.Image), 5) },
    };

    /// <summary>What a proposer who is honest writes of the version, where 1.1.0 may be it.</summary>
    private VersionPlan Plan() => Judged.ChampionManifest is { } champion && VersionChanges.Between(champion, Manifests.Full)[0].Bump < VersionBump.Major
        ? VersionPlan.Of(new SemanticVersion(1, 0, 0), VersionChanges.Between(champion, Manifests.Full), VersionBump.Auto, new SemanticVersion(1, 1, 0), new HashSet<SemanticVersion>())
        : VersionPlan.OfFirst(new SemanticVersion(1, 1, 0), new HashSet<SemanticVersion>());

    /// <summary>The run that judges, as in a fresh checkout: it has no workspace.</summary>
    public ModelRun Run(int number = FakeReleaseHost.Number, string workspace = "elsewhere") => new(
        Judged.Folder.Spec, new EngineCatalog([Judged.Folder.Engine]),
        new RunOptions { Workspace = Judged.Folder[workspace], Repository = Judged.Folder["."], PullRequest = number },
        Judged.Folder.Tool, Judged.Folder.Champion, null);

    public ReleaseGate Gate() => Gate(Host);

    /// <summary>The gate of this scene on another host.</summary>
    public ReleaseGate Gate(IReleaseHost host) => new(
        new ReleasePlace(host.Git, host, _ => Store, []),
        files => new SpecReading(Judged.Folder.Spec with
        {
            Digest = Digest.Of(files.ChallengerBytes ?? files.Model),
            Challenger = files.Challenger is { } name ? new ChallengerSpec(name, null, ["train"]) : null,
            Release = _policies.GetValueOrDefault(Digest.Of(files.Model), new ReleaseSpec()),
        }, []));

    public Task<GateRuling> JudgeAsync() => Gate().JudgeAsync(Run(), FakeReleaseHost.Number, TestContext.Current.CancellationToken);

    /// <summary>Asserts the decision, and for whatever is not approved the one check that decides and why.</summary>
    public async Task<GateRuling> ShouldBeAsync(GateDecision decision, string? check = null, string reason = "") => ShouldBe(await JudgeAsync(), decision, check, reason);

    /// <inheritdoc cref="ShouldBeAsync"/>
    public static GateRuling ShouldBe(GateRuling ruling, GateDecision decision, string? check = null, string reason = "")
    {
        ruling.Decision.ShouldBe(decision, string.Join("; ", ruling.Checks.Where(each => each.Status != Status.Passed).Select(each => $"{each.Name}: {each.Reason}")));
        if (check is not null)
            ruling.Checks.Single(each => each.Name == check && GateDecisions.Of(each.Status) == decision).Reason.ShouldContain(reason);
        return ruling;
    }

    public void Dispose() => Judged.Dispose();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
