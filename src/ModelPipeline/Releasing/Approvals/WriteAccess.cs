using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether a reviewer may write to the repository (R6).</summary>
internal static class WriteAccess
{
    /// <summary>Whether an account may write; <see langword="null"/> where that is not known, or is known of another account that has the login now.</summary>
    /// <param name="facts">What was read of the pull request.</param>
    /// <param name="account">The account.</param>
    public static bool? Of(ApprovalFacts facts, Account account) => facts.Permissions.GetValueOrDefault(account.Id) is { } permission && permission.AccountId == account.Id
        ? permission.Role.ToUpperInvariant() switch
        {
            "ADMIN" or "MAINTAIN" or "WRITE" => true,
            "TRIAGE" or "READ" or "NONE" => false,
            _ => null,
        }
        : null;
}
