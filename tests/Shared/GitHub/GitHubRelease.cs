namespace Shared.GitHub;

/// <summary>A release, draft or public.</summary>
internal sealed class GitHubRelease
{
    public required long Id { get; init; }

    public required string Tag { get; set; }

    public required string Target { get; set; }

    public required string? Name { get; set; }

    public required string? Body { get; set; }

    public required bool IsDraft { get; set; }

    public bool IsPrerelease { get; set; }

    /// <summary>Whether its tag and assets are fixed for ever.</summary>
    public bool IsImmutable { get; set; }

    public required GitHubAccount Author { get; init; }

    public required DateTimeOffset Created { get; set; }

    public required DateTimeOffset Updated { get; set; }

    public DateTimeOffset? Published { get; set; }

    public List<GitHubAsset> Assets { get; } = [];
}
