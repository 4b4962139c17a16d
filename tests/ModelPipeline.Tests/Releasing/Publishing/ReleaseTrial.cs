using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Runs;
using ModelPipeline.Storage;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A release of churn 1.3.0 on a host in memory.</summary>
internal sealed class ReleaseTrial : IDisposable
{
    public static readonly string[] Assets = ["MODEL_CARD.md", "SHA256SUMS", "bom.cdx.json", "bundle.zip", "evidence.zip", "image.tar", "release.json"];

    private readonly PipelineFolder _folder = new();

    public ReleaseTrial()
    {
        Host = new PublishingHost(Wire, Clock);
        Images = new PublishedImages(Wire);
        Gate = new FixedGate(Host);
    }

    public Wire Wire { get; } = new();

    public VirtualClock Clock { get; } = new();

    public PublishingHost Host { get; }

    public PublishedImages Images { get; }

    public FixedGate Gate { get; }

    /// <summary>Where the image's archive is; default: on the host.</summary>
    public StoredImage? Store { get; set; }

    public string PlanFile => Path.Combine(_folder.Workspace, "churn", "release-plan.json");

    /// <summary>Has the proposal store the image's archive on the host.</summary>
    public Task ProposeAsync() => StoreAsync(PublishingHost.Image);

    /// <summary>Has a proposal of this version store an image's archive.</summary>
    public async Task StoreAsync(byte[] bytes)
    {
        using var image = new MemoryStream(bytes);
        await new ReleaseAssetStore(Host, PublishingHost.Tag, Clock).PutAsync("image.tar", image, TestContext.Current.CancellationToken);
        Wire.Restart();
    }

    /// <summary>Runs the step as a new process does.</summary>
    public Task<StepOutcome> RunAsync(int number = 0)
    {
        var run = _folder.Run();
        run = new ModelRun(run.Spec, run.Engines, run.Options with { Repository = _folder[""], PullRequest = 12, Workspace = Path.Combine(_folder.Workspace, $"{(number == 0 ? "" : number)}") }, run.Tool, null, null);
        var place = new ReleasePlace(Host.Git, Host, tag => Store ?? (IArtifactStore)new ReleaseAssetStore(Host, tag, Clock), []);
        return new ReleaseStep(place, Gate, Images, new PlainRenderer(), Clock).RunAsync(run, new Progress<string>(), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the step; nothing where the process was killed.</summary>
    public async Task<StepOutcome?> RunUntilKilledAsync()
    {
        try
        {
            return await RunAsync();
        }
        catch (KilledException)
        {
            return null;
        }
    }

    /// <summary>Asserts that there is exactly one release with exactly the planned assets.</summary>
    public void ShouldBeReleased()
    {
        Host.Requests.Request.MergeCommit.ShouldBe("merged");
        var tag = Host.Repository.Tags.ShouldHaveSingleItem();
        (tag.Name, tag.Commit).ShouldBe((PublishingHost.Tag, "merged"));
        var page = Host.Pages.All.ShouldHaveSingleItem();
        page.IsDraft.ShouldBeFalse();
        page.Assets.ShouldAllBe(asset => asset.IsUploaded);
        page.Assets.Select(asset => asset.Name).Order(StringComparer.Ordinal).ShouldBe(Assets);
        page.Assets.ToDictionary(asset => asset.Name, asset => Convert.ToHexStringLower(Host.Pages.BytesOf(asset.Id))).ShouldBe(Expected(), ignoreOrder: true);
        Images.Images.ShouldBe(new Dictionary<string, Digest> { ["ghcr.io/acme/churn:1.3.0"] = Host.Document.Image!.Digest });
    }

    public static void ShouldBeDone(StepOutcome outcome) =>
        outcome.Checks.Where(check => check.Required).Select(check => (check.Name, check.Status)).ShouldBe(
            new[] { "merged", "tag", "assets", "image", "published" }.Select(name => (name, Status.Passed)));

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string> Expected()
    {
        var head = Host.Repository.Commits[PublishingHost.Head];
        byte[] At(string file) => head[$"{PublishingHost.Folder}/{file}"];
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["MODEL_CARD.md"] = At("MODEL_CARD.md"),
            ["bom.cdx.json"] = At("bom.cdx.json"),
            ["bundle.zip"] = At("bundle.zip"),
            ["evidence.zip"] = EvidenceArchive.Pack(new(StringComparer.Ordinal) { ["odd.json"] = At("evidence/odd.json") }),
            ["image.tar"] = PublishingHost.Image,
            ["release.json"] = At("release.json"),
        };
        files["SHA256SUMS"] = System.Text.Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{Digest.Of(file.Value).Hex}  {file.Key}\n")));
        return files.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(file.Value));
    }
}
