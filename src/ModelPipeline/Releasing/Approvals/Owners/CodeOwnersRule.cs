namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>A line of CODEOWNERS.</summary>
/// <param name="Pattern">The paths that it is about.</param>
/// <param name="Owners">Their owners: <c>@login</c>, <c>@organisation/team</c> or an e-mail address; none clears what lines before said.</param>
internal sealed record CodeOwnersRule(CodeOwnersPattern Pattern, IReadOnlyList<string> Owners);
