using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Scoring.Options;

namespace ModelPipeline.Scoring.Limits;

/// <summary>Lets only those through who show the key, as <c>Authorization: Bearer</c> or <c>X-Api-Key</c>.</summary>
internal sealed class KeyCheck(ApiKey key, bool openMetrics, ServiceMetrics metrics)
{
    private const string Scheme = "Bearer ";

    private static readonly Problem Refused = new(StatusCodes.Status401Unauthorized, "The key is missing or wrong. Send the service's key as 'Authorization: Bearer KEY' or as 'X-Api-Key: KEY'.");

    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var role = EndpointRole.Of(context);
        var closed = role == EndpointRole.Scoring || (role == EndpointRole.Metrics && !openMetrics);
        if (!closed || (Shown(context.Request.Headers) is { } shown && key.Equals(shown)))
            return next(context);

        metrics.Refused(Refusal.Key);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refused.WriteAsync(context);
    }

    private static string? Shown(IHeaderDictionary headers)
    {
        string? authorization = headers.Authorization;
        return authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
            ? authorization[Scheme.Length..].Trim()
            : (string?)headers["X-Api-Key"];
    }
}
