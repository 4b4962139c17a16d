using System.Text;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A host in memory with one pull request that proposes churn 1.3.0.</summary>
internal sealed class PublishingHost : IReleaseHost
{
    public const string Folder = "models/churn/releases/1.3.0";
    public const string Tag = "churn@v1.3.0";
    public const string Head = "head";

    public static readonly byte[] Image = Encoding.UTF8.GetBytes("the image's archive");

    public PublishingHost(Wire wire, TimeProvider clock)
    {
        Repository = new PublishedGit(wire);
        Pages = new PublishedPages(wire, clock);
        Comments = new PublishedReports(wire);
        Requests = new PublishedRequests(wire, Repository)
        {
            Request = new PullRequest
            {
                Number = 12, IsOpen = true, IsDraft = false, MergeCommit = null, Author = new Account(1, "bot", true), Title = "Release churn 1.3.0", Body = "", HeadBranch = "release/churn-1.3.0",
                Head = Head, HeadRepository = "acme/models", BaseBranch = "main", Base = "base", Commits = 1, ChangedFiles = 5, Page = "https://host/pull/12",
            },
        };
        Document = Propose();
    }

    public PublishedGit Repository { get; }

    public PublishedPages Pages { get; }

    public PublishedReports Comments { get; }

    public PublishedRequests Requests { get; }

    /// <summary>What <c>release.json</c> says.</summary>
    public ReleaseDocument Document { get; private set; }

    public string Name => "acme/models";

    public IGitRemote Git => Repository;

    public IPullRequests PullRequests => Requests;

    public IPullRequestReports Reports => Comments;

    public IReleasePages Releases => Pages;

    public string PageOf(string path) => $"https://host/{path}";

    /// <summary>Puts the proposal at the head.</summary>
    public ReleaseDocument Propose(Func<ReleaseDocument, ReleaseDocument>? change = null)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["bundle.zip"] = [1, 2, 3],
            ["MODEL_CARD.md"] = Encoding.UTF8.GetBytes("# churn"),
            ["bom.cdx.json"] = Encoding.UTF8.GetBytes("{}"),
            ["evidence/odd.json"] = Encoding.UTF8.GetBytes("{}"),
        };
        var document = new ReleaseDocument
        {
            Model = "churn", Version = "1.3.0", Bundle = Digest.Of("bundle"), Origin = ReleaseDocument.Proposed, Released = DateTimeOffset.UnixEpoch, Tool = "0.1.0", Data = Digest.Of("data"), Spec = Digest.Of("spec"),
            Files = new(files.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal),
            Image = new ReleaseImage(PublishedImages.DigestIn(Image), "ghcr.io/acme/churn"),
            Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = new ReleaseArtifact(Digest.Of(Image), Image.Length) },
        };
        Document = change?.Invoke(document) ?? document;
        files["release.json"] = ReleaseJson.Write(Document);
        Repository.Commits[Head] = files.ToDictionary(file => $"{Folder}/{file.Key}", file => file.Value);
        return Document;
    }
}
