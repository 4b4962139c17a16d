namespace ModelPipeline.Evidence.Decisions;

/// <summary>What the base demanded.</summary>
public sealed record DecisionPolicy
{
    /// <summary>The digest of its <c>model.yaml</c>.</summary>
    public required Digest Spec { get; init; }

    /// <summary>The digest of its CODEOWNERS; absent where there is none.</summary>
    public Digest? Owners { get; init; }

    /// <summary>The branch that releases are merged into.</summary>
    public required string Branch { get; init; }

    /// <summary><c>release.first</c>.</summary>
    public required bool First { get; init; }

    /// <summary><c>release.approvals</c>.</summary>
    public required int Approvals { get; init; }

    /// <summary><c>release.code_owners</c>.</summary>
    public required bool CodeOwners { get; init; }

    /// <summary><c>release.bots</c>.</summary>
    public required IReadOnlyList<string> Bots { get; init; }

    /// <summary><c>release.checks</c>.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary><c>release.allow_neutral</c>.</summary>
    public required IReadOnlyList<string> AllowNeutral { get; init; }
}
