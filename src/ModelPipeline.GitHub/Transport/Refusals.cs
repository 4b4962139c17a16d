using System.Globalization;
using System.Text.Json;
using ModelPipeline.Git;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Puts into words why GitHub did not do what it was asked, and what to do about it.</summary>
/// <param name="token">What must not stand in any message, even where a server repeats it.</param>
internal sealed class Refusals(string token)
{
    /// <summary>GitHub refused.</summary>
    public RemoteException Of(GitHubReply reply) =>
        new(string.Create(CultureInfo.InvariantCulture, $"GitHub answers {reply.Status} to {reply.Call}: {Said(reply)}{RequestId(reply)}. {Advice(reply)}"))
        {
            Status = reply.Status,
            MayHaveHappened = reply.Call.IsChange && reply.Status is >= 500 or 408,
        };

    /// <summary>GitHub wants to be left alone for longer than is waited.</summary>
    public RemoteException OfLimit(GitHubReply reply, DateTimeOffset until) =>
        new(string.Create(CultureInfo.InvariantCulture, $"GitHub limits requests: {reply.Call} is refused with {reply.Status}: {Said(reply)}{RequestId(reply)}. Run it again after {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; nothing was done."))
        {
            Status = reply.Status,
        };

    /// <summary>No answer came, or only a part of one.</summary>
    public RemoteException OfSilence(GitHubCall call, Exception fault) =>
        new($"GitHub gave no whole answer to {call}: {Why(fault)}. {(call.IsChange ? "It may have been done all the same: run it again, which looks first." : "Check the network and GITHUB_API_URL, and run it again.")}", fault)
        {
            MayHaveHappened = call.IsChange,
        };

    /// <summary>The answer's body cannot be read.</summary>
    public RemoteException OfBody(GitHubCall call, Exception fault) =>
        new($"GitHub's answer to {call} cannot be read: {Safe(fault.Message)}. Check that GITHUB_API_URL is the address of GitHub's API.", fault)
        {
            MayHaveHappened = call.IsChange,
        };

    /// <summary>A refusal in whose body the token does not stand.</summary>
    public GitHubReply WithoutToken(GitHubReply reply) => reply with { Body = WithoutToken(reply.Text) };

    private static string RequestId(GitHubReply reply) =>
        reply.Headers.TryGetValue("X-GitHub-Request-Id", out var id) ? $" (request {QuotedText.Escape(id)})" : string.Empty;

    private static string Advice(GitHubReply reply) => reply.Status switch
    {
        401 => "Check GITHUB_TOKEN: it is wrong, expired or revoked.",
        403 => "The token lacks a permission for this: see the table in docs/github.md.",
        404 => "It is not there, or the token may not see it: check GITHUB_REPOSITORY and the token's permissions.",
        >= 500 => reply.Call.IsChange ? "It may have been done all the same: run it again, which looks first." : "Run it again later.",
        _ => "Nothing was done.",
    };

    private string Why(Exception fault) => fault is OperationCanceledException ? "the time limit was reached" : Safe(fault.Message);

    private string Said(GitHubReply reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Text);
            var error = document.RootElement;
            var message = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var said) ? said.ToString() : "no message";
            var details = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("errors", out var errors) ? $" {errors.GetRawText()}" : string.Empty;
            return Safe(message + details);
        }
        catch (JsonException)
        {
            return reply.Text.Length == 0 ? "no message" : Safe(reply.Text);
        }
    }

    private string Safe(string text) => QuotedText.Escape(WithoutToken(text), 300);

    private string WithoutToken(string text) => text.Replace(token, "***", StringComparison.Ordinal);
}
