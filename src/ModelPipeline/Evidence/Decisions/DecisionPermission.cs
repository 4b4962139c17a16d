namespace ModelPipeline.Evidence.Decisions;

/// <summary>What a reviewer may do in the repository.</summary>
public sealed record DecisionPermission
{
    /// <summary>The reviewer's number.</summary>
    public required long Id { get; init; }

    /// <summary>The number of the account that has the reviewer's login now; absent where it cannot be read.</summary>
    public long? AccountId { get; init; }

    /// <summary>The permission; absent where it cannot be read.</summary>
    public string? Role { get; init; }
}
