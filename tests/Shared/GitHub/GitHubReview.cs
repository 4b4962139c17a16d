namespace Shared.GitHub;

/// <summary>A review of a pull request.</summary>
internal sealed class GitHubReview
{
    public required long Id { get; init; }

    public required GitHubAccount Author { get; init; }

    /// <summary><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>, <c>DISMISSED</c> or <c>PENDING</c>; a test may say anything.</summary>
    public required string State { get; set; }

    public required string Body { get; set; }

    /// <summary>The commit that it is of now.</summary>
    public required string Commit { get; set; }

    /// <summary>When it was submitted; <see langword="null"/> while it is pending.</summary>
    public required DateTimeOffset? Submitted { get; set; }
}
