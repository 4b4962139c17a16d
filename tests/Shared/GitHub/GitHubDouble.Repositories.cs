namespace Shared.GitHub;

/// <content>Repositories.</content>
internal sealed partial class GitHubDouble
{
    private readonly List<GitHubRepository> _repositories = [];

    /// <summary>A repository with one commit on <c>main</c>.</summary>
    /// <param name="owner">A person or an organisation.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isPrivate">Whether only those who are granted access can read it.</param>
    public GitHubRepository Repository(GitHubAccount owner, string name, bool isPrivate = false)
    {
        lock (Lock)
        {
            var repository = AddRepository(owner, name, null);
            repository.IsPrivate = isPrivate;
            repository.Push("main", new() { { "README.md", $"# {name}\n" } }, owner, message: "Initial commit");
            return repository;
        }
    }

    internal GitHubRepository AddRepository(GitHubAccount owner, string name, GitHubRepository? parent)
    {
        var repository = new GitHubRepository(this, NextId(), owner, name) { Parent = parent };
        _repositories.Add(repository);
        return repository;
    }

    internal GitHubRepository? FindRepository(string owner, string name) => _repositories.Find(repository =>
        !repository.IsDeleted && string.Equals(repository.FullName, $"{owner}/{name}", StringComparison.OrdinalIgnoreCase));

    internal GitHubAsset? FindAsset(long id) => _repositories.SelectMany(repository => repository.Releases)
        .SelectMany(release => release.Assets).FirstOrDefault(asset => asset.Id == id);

    /// <summary>The open pull requests that come from a branch.</summary>
    internal IReadOnlyList<GitHubPullRequest> OfHead(GitHubRepository repository, string branch) =>
        [.. _repositories.SelectMany(target => target.PullRequests).Where(request => request.HeadRepository == repository && request.HeadBranch == branch)];

    internal IReadOnlyList<GitHubPullRequest> OpenOfHead(GitHubRepository repository, string branch) =>
        [.. OfHead(repository, branch).Where(request => request.IsOpen)];
}
