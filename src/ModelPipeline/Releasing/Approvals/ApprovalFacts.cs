using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Everything that decides whether people approved a pull request, read at one moment (rule R2). What could not be read is <see langword="null"/>.</summary>
public sealed record ApprovalFacts
{
    /// <summary>The pull request.</summary>
    public required PullRequest Request { get; init; }

    /// <summary>The branch that releases are merged into.</summary>
    public required string ReleaseBranch { get; init; }

    /// <summary>Its reviews.</summary>
    public required IReadOnlyList<Review> Reviews { get; init; }

    /// <summary>Its commits.</summary>
    public required IReadOnlyList<AuthoredCommit> Commits { get; init; }

    /// <summary>The files that it changes.</summary>
    public required IReadOnlyList<ChangedFile> Files { get; init; }

    /// <summary>How its head came.</summary>
    public required HeadArrival Arrival { get; init; }

    /// <summary>The check runs and commit statuses of its head.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>The permission of everyone with an opinion, by the account's number; <see langword="null"/> where it cannot be read.</summary>
    public required IReadOnlyDictionary<long, Permission?> Permissions { get; init; }

    /// <summary>Who triggered ProposeRelease; <see langword="null"/> where the release does not say.</summary>
    public required IReadOnlyList<Account>? Proposers { get; init; }

    /// <summary>The commits of the release branch since the champion's that touch the model's folder: the change that is to be released.</summary>
    public required IReadOnlyList<AuthoredCommit> Changes { get; init; }

    /// <summary>The base's CODEOWNERS; <see langword="null"/> where there is none.</summary>
    public required byte[]? CodeOwners { get; init; }

    /// <summary>The members of each team that CODEOWNERS names, by <c>organisation/team</c> in lower case; <see langword="null"/> where they cannot be read.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Account>?> Teams { get; init; }
}
