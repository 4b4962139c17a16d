using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>Whether every changed path that has owners is approved by one of them (R10).</summary>
internal static class CodeOwnersCheck
{
    private const string CheckName = "code_owners";
    private const int MostNamed = 5;

    /// <summary>Judges the changed paths, of renames both.</summary>
    /// <param name="facts">What was read of the pull request.</param>
    /// <param name="approving">Whose approvals count.</param>
    public static Check Judge(ApprovalFacts facts, IReadOnlyList<Account> approving)
    {
        if (facts.CodeOwners is null)
            return Found(Status.Error, "release.code_owners is true, but the base has no CODEOWNERS: add one, or remove the key");
        try
        {
            return Judge(CodeOwnersFile.Read(facts.CodeOwners), facts, approving);
        }
        catch (InvalidDataException fault)
        {
            return Found(Status.Error, $"the base's CODEOWNERS cannot be read: {fault.Message}");
        }
    }

    private static Check Judge(CodeOwnersFile file, ApprovalFacts facts, IReadOnlyList<Account> approving)
    {
        var paths = facts.Files.SelectMany(changed => new[] { changed.Path, changed.PreviousPath }).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var open = paths
            .Select(path => (Path: path, Owners: file.OwnersOf(path)))
            .Where(owned => owned.Owners.Count > 0 && !owned.Owners.Any(owner => approving.Any(account => IsOwner(owner, account, facts))))
            .ToArray();
        var unknown = open.Where(owned => owned.Owners.Any(owner => !CanBeRead(owner, facts))).ToArray();
        return (unknown, open) switch
        {
            ({ Length: > 0 }, _) => Found(Status.Error, $"who owns a path cannot be read: {Named(unknown)}"),
            (_, { Length: > 0 }) => Found(Status.Pending, $"an owner's approval is missing: {Named(open)}"),
            _ => Found(Status.Passed, "an owner approved every changed path that has owners"),
        };
    }

    private static bool CanBeRead(string owner, ApprovalFacts facts) =>
        owner.StartsWith('@') && (CodeOwnersTeam.Of(owner) is not { } team || facts.Teams.GetValueOrDefault(team.Key) is not null);

    private static bool IsOwner(string owner, Account account, ApprovalFacts facts) => CodeOwnersTeam.Of(owner) is { } team
        ? facts.Teams.GetValueOrDefault(team.Key)?.Any(member => member.Id == account.Id) == true
        : string.Equals(owner, $"@{account.Login}", StringComparison.OrdinalIgnoreCase);

    private static string Named((string Path, IReadOnlyList<string> Owners)[] paths) =>
        string.Join("; ", paths.Take(MostNamed).Select(owned => $"{QuotedText.Of(owned.Path)} ({string.Join(", ", owned.Owners.Select(owner => QuotedText.Escape(owner)))})"))
        + (paths.Length > MostNamed ? "; …" : "");

    private static Check Found(Status status, string reason) => new() { Name = CheckName, Status = status, Reason = reason };
}
