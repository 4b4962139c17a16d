using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <content>What tests do to releases in place of people.</content>
internal sealed partial class GitHubRepository
{
    /// <summary>Makes a draft release as a person does.</summary>
    public GitHubRelease Draft(string tag, GitHubAccount by, string? target = null, string body = "")
    {
        lock (github.Lock)
        {
            var release = new GitHubRelease
            {
                Id = github.NextId(),
                Tag = tag,
                Target = target ?? DefaultBranch,
                Name = tag,
                Body = body,
                IsDraft = true,
                Author = by,
                Created = github.Now,
                Updated = github.Now,
            };
            Releases.Add(release);
            return release;
        }
    }

    /// <summary>Adds an asset as somebody's upload does; without content it has the state <c>starter</c>: broken off, or under way.</summary>
    public GitHubAsset Upload(GitHubRelease release, string name, byte[]? content, GitHubAccount by, string contentType = "application/octet-stream")
    {
        lock (github.Lock)
        {
            var asset = new GitHubAsset
            {
                Id = github.NextId(),
                Name = name,
                Label = "",
                ContentType = contentType,
                Content = content,
                Uploader = by,
                Created = github.Now,
                Updated = github.Now,
            };
            release.Assets.Add(asset);
            return asset;
        }
    }

    /// <summary>Publishes a release; a tag that is not there is made, lightweight, at its target.</summary>
    public void Publish(GitHubRelease release, GitHubAccount by)
    {
        lock (github.Lock)
        {
            if (!_refs.ContainsKey("refs/tags/" + release.Tag))
                SetRef("refs/tags/" + release.Tag, Resolve(release.Target)!, by);
            release.IsDraft = false;
            release.IsImmutable = HasImmutableReleases;
            release.Published = release.Updated = github.Now;
            release.Created = Objects.Read<GitCommit>(Resolve("refs/tags/" + release.Tag)!).Committer.When;
        }
    }
}
