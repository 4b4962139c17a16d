namespace ModelPipeline.Evidence.Decisions;

/// <summary>Every input of the gate's decision on a pull request, with its numbers and times, in an order that does not depend on the host's (R14).</summary>
public sealed record DecisionRecord
{
    /// <summary><c>approved</c>, <c>pending</c>, <c>blocked</c> or <c>indeterminate</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>The pull request; absent where it could not be read.</summary>
    public DecisionRequest? PullRequest { get; init; }

    /// <summary>The commit that policy was read at; absent where it could not be read.</summary>
    public string? Base { get; init; }

    /// <summary>What was to be released; absent where it could not be read.</summary>
    public DecisionRelease? Release { get; init; }

    /// <summary>What the base demanded; absent where it could not be read.</summary>
    public DecisionPolicy? Policy { get; init; }

    /// <summary>How the head came; absent where it could not be read.</summary>
    public DecisionArrival? Arrival { get; init; }

    /// <summary>Everyone who reviewed, and why they counted or not.</summary>
    public IReadOnlyList<DecisionReviewer> Reviewers { get; init; } = [];

    /// <summary>Every review.</summary>
    public IReadOnlyList<DecisionReview> Reviews { get; init; } = [];

    /// <summary>What reviewers may do.</summary>
    public IReadOnlyList<DecisionPermission> Permissions { get; init; } = [];

    /// <summary>Who triggered the proposal; absent where the release does not say.</summary>
    public IReadOnlyList<DecisionAccount>? Proposers { get; init; }

    /// <summary>The pull request's commits, as the host orders them.</summary>
    public IReadOnlyList<DecisionCommit> Commits { get; init; } = [];

    /// <summary>The commits of the change that is released, as the host orders them.</summary>
    public IReadOnlyList<DecisionCommit> Changes { get; init; } = [];

    /// <summary>The changed files.</summary>
    public IReadOnlyList<DecisionFile> Files { get; init; } = [];

    /// <summary>The check runs and commit statuses of the head.</summary>
    public IReadOnlyList<DecisionCheck> Checks { get; init; } = [];

    /// <summary>The teams that CODEOWNERS names.</summary>
    public IReadOnlyList<DecisionTeam> Teams { get; init; } = [];
}
