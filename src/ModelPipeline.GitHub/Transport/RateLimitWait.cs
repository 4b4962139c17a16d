using System.Globalization;

namespace ModelPipeline.GitHub.Transport;

/// <summary>How long GitHub wants to be left alone.</summary>
internal static class RateLimitWait
{
    private static readonly TimeSpan Untold = TimeSpan.FromSeconds(60);

    /// <summary>Whether a refusal is a rate limit, and how long it lasts.</summary>
    /// <param name="reply">The refusal.</param>
    /// <param name="earlier">How many limits this call has waited out already.</param>
    /// <param name="now">The time here, used where the server does not tell its own.</param>
    /// <returns>The wait; <see langword="null"/> where it is no rate limit.</returns>
    public static TimeSpan? Of(GitHubReply reply, int earlier, DateTimeOffset now)
    {
        if (reply.Status is not (403 or 429))
            return null;
        var server = Date(reply, "Date") ?? now;
        if (RetryAfter(reply, server) is { } told)
            return told;
        if (Number(reply, "X-RateLimit-Remaining") == 0 && Number(reply, "X-RateLimit-Reset") is { } reset)
            return Positive(DateTimeOffset.FromUnixTimeSeconds(reset) - server) + TimeSpan.FromSeconds(1);
        return reply.Status == 429 || IsLimit(reply.Text) ? Untold * (1 << earlier) : null;
    }

    /// <summary>The wait that a header <c>Retry-After</c> asks for; <see langword="null"/> where there is none.</summary>
    public static TimeSpan? RetryAfter(GitHubReply reply, DateTimeOffset server) =>
        Number(reply, "Retry-After") is { } seconds ? TimeSpan.FromSeconds(seconds)
        : Date(reply, "Retry-After") is { } date ? Positive(date - server)
        : null;

    private static bool IsLimit(string body) =>
        body.Contains("rate limit", StringComparison.OrdinalIgnoreCase) || body.Contains("abuse detection", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan Positive(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;

    private static uint? Number(GitHubReply reply, string header) =>
        reply.Headers.TryGetValue(header, out var text) && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Date(GitHubReply reply, string header) =>
        reply.Headers.TryGetValue(header, out var text) && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
