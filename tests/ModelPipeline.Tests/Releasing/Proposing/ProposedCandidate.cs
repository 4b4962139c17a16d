using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>A judged candidate of the model <c>churn</c> whose champion is 1.2.0, and the host that it is proposed on.</summary>
internal sealed class ProposedCandidate : IDisposable
{
    public const string Branch = "release/churn-1.2.1";
    public const string Folder = "models/churn/releases/1.2.1";
    public static readonly Account Ann = new(11, "ann", false);

    private readonly JudgedCandidate _judged = new();

    public ProposedCandidate()
    {
        var champion = Path.Combine(_judged.Folder.Spec.Folder, "releases", "1.2.0");
        Directory.CreateDirectory(champion);
        var bundle = Write(_judged.Folder["champion"], Champion);
        File.WriteAllBytes(Path.Combine(champion, "bundle.zip"), BundleArchive.Pack(bundle.Folder));
        _judged.Folder.Champion = new ReleasedVersion(new SemanticVersion(1, 2, 0), bundle.Digest, champion);
        Judge();
        Host.Git.Push("main", ("README.md", "models"), ("models/churn/releases/1.2.0/release.json", Encoding.UTF8.GetString(Release("1.2.0", bundle.Digest))));
    }

    /// <summary>The champion's manifest: that of the candidate but for its seed.</summary>
    public static BundleManifest Champion { get; } = Manifests.Full with { Seed = 1 };

    public ProposalHost Host { get; } = new();

    public PullRequestRenderer Renderer { get; } = new();

    public JudgedCandidate Judged => _judged;

    public Digest Candidate => _judged.Candidate;

    /// <summary>The digest of the image's manifest.</summary>
    public Digest Image { get; set; } = Digest.Of("manifest");

    /// <summary>What <c>--release-version</c> names.</summary>
    public SemanticVersion? Version { get; set; }

    /// <summary>Takes another candidate that was judged and passed.</summary>
    public void Take(BundleManifest manifest)
    {
        Write(_judged.Workspace.Bundle, manifest);
        Judge();
    }

    /// <summary>Leaves evidence of every step as if all had run and passed.</summary>
    public void Judge(long durationMs = 1)
    {
        foreach (var step in StepNames.Required)
            _judged.Leave(step, change: evidence => evidence with { DurationMs = durationMs, Started = DateTimeOffset.UnixEpoch.AddHours(durationMs), Facts = FactsOf(evidence) });
    }

    /// <summary>Makes it a model's first release, on the default branch too.</summary>
    public void BeFirst()
    {
        _judged.BeFirst();
        Judge();
        Host.Git.Branches.Remove("main");
        Host.Git.Push("main", ("README.md", "models"));
    }

    public static byte[] Release(string version, Digest bundle) => ReleaseJson.Write(new ReleaseDocument
    {
        Model = "churn",
        Version = version,
        Bundle = bundle,
        Origin = ReleaseDocument.Imported,
        Released = DateTimeOffset.UnixEpoch,
        Tool = "0.1.0",
        Data = Digest.Of("data"),
        Spec = Digest.Of("spec"),
        Files = [],
    });

    public Task<StepReport> ProposeAsync(params Account[] actors) => RunAsync(new ProposeReleaseStep(Host.Place(actors.Length == 0 ? [Ann] : actors), Renderer));

    public Task<StepReport> ProposeOnPlainGitAsync() => RunAsync(new ProposeReleaseStep(Host.PlainGit(), Renderer));

    /// <summary>Proposes; the test may end the process.</summary>
    public Task<StepOutcome> ProposeOrDieAsync() => new ProposeReleaseStep(Host.Place(Ann), Renderer).RunAsync(Run(), new Progress<string>(), TestContext.Current.CancellationToken);

    /// <summary>What <c>release.json</c> says on a branch.</summary>
    public ReleaseDocument Proposed(string branch = Branch, string folder = Folder) => ReleaseJson.Read(Host.Git.FilesOf(Host.Git.Branches[branch])[$"{folder}/release.json"]);

    public StepEvidence Evidence() => _judged.Workspace.Evidence.Read(StepNames.ProposeRelease).ShouldNotBeNull();

    public void Dispose() => _judged.Dispose();

    private Task<StepReport> RunAsync(ProposeReleaseStep step) => new StepRunner(new ManualClock(), new RecordingReporter()).RunAsync(step, Run(), TestContext.Current.CancellationToken);

    private ModelRun Run()
    {
        var folder = _judged.Folder;
        var options = new RunOptions { Workspace = folder.Workspace, Repository = folder[""], ReleaseVersion = Version };
        return new ModelRun(folder.Spec, new EngineCatalog([folder.Engine]), options, folder.Tool, folder.Champion, folder.Baseline ?? (folder.Champion is null ? null : BaselineBundle.Of(folder.Champion)));
    }

    private static ModelBundle Write(string folder, BundleManifest manifest) =>
        ModelBundle.Write(folder, new FakeModel(new FakeScorer(manifest.Signature, x => x)), manifest, _ => { });

    private Dictionary<string, string> FactsOf(StepEvidence evidence)
    {
        var facts = new Dictionary<string, string>(evidence.Facts);
        if (evidence.Step == StepNames.Package)
            facts["image"] = $"{Image}";
        if (evidence.Step == StepNames.Train)
            facts["provenance.commit"] = "c0ffee";
        return facts;
    }
}
