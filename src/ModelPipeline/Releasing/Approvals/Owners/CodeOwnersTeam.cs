namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>A team that CODEOWNERS names.</summary>
/// <param name="Organisation">The organisation's login.</param>
/// <param name="Name">The team's slug.</param>
internal sealed record CodeOwnersTeam(string Organisation, string Name)
{
    /// <summary>What <see cref="ApprovalFacts.Teams"/> knows it by.</summary>
    public string Key => $"{Organisation}/{Name}".ToLowerInvariant();

    /// <summary>The team that an owner is; <see langword="null"/> where it is a person.</summary>
    /// <param name="owner">For example <c>@acme/risk</c>.</param>
    public static CodeOwnersTeam? Of(string owner) =>
        owner.StartsWith('@') && owner.Split('/') is [var organisation, var name] ? new(organisation[1..], name) : null;
}
