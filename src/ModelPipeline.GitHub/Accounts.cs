using System.Text.Json;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub;

/// <summary>Reads accounts.</summary>
internal static class Accounts
{
    /// <summary>What GitHub shows in place of an account that is gone.</summary>
    private const string Ghost = "ghost";

    /// <summary>The account; <see langword="null"/> where it is gone.</summary>
    public static Account? Of(UserDocument? user) =>
        user is null or { Login: Ghost } ? null : new Account(user.Id, user.Login, user.Type == "Bot");

    /// <summary>The account that an author or committer maps to; <see langword="null"/> where it maps to none.</summary>
    /// <param name="page">Where it was read.</param>
    /// <param name="user">An account, null, or an empty object.</param>
    public static Account? Of(GitHubReply page, JsonElement user) => user.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object when !user.EnumerateObject().Any() => null,
        JsonValueKind.Object => Of(Read(page, user)),
        _ => throw page.Unreadable("an author or committer is no account"),
    };

    private static UserDocument Read(GitHubReply page, JsonElement user)
    {
        try
        {
            return user.Deserialize(GitHubJson.Default.UserDocument)!;
        }
        catch (JsonException fault)
        {
            throw page.Unreadable(QuotedText.Escape(fault.Message, 200), fault);
        }
    }
}
