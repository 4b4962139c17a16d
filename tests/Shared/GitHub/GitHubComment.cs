namespace Shared.GitHub;

/// <summary>A comment in a pull request.</summary>
internal sealed class GitHubComment
{
    public required long Id { get; init; }

    public required int Issue { get; init; }

    public required GitHubAccount Author { get; init; }

    public required GitHubApp? App { get; init; }

    public required string Body { get; set; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; set; }
}
