namespace Shared.GitHub;

/// <summary>A change of a branch: a <c>push</c>, <c>force_push</c>, <c>branch_creation</c>, <c>branch_deletion</c> or <c>pr_merge</c>.</summary>
internal sealed record GitHubActivity(long Id, string Ref, string Before, string After, string Type, GitHubAccount Actor, DateTimeOffset Time)
{
    /// <summary>What stands for no commit.</summary>
    public static string Nothing { get; } = new('0', 40);
}
