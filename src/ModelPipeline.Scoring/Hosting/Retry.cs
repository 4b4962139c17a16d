namespace ModelPipeline.Scoring.Hosting;

/// <summary>Says of a refusal that the request may be sent again.</summary>
internal static class Retry
{
    /// <summary>The largest body that is read after a refusal, so that its connection stays usable.</summary>
    private const int SmallBody = 128 * 1024;

    /// <summary>Sets <c>Retry-After</c> where a status means it; the connection ends where much of a body would have to be read for nothing.</summary>
    public static void Announce(HttpContext context, int status)
    {
        if (status is not (StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable))
            return;
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.RetryAfter = "1";
        if (request.ContentLength > SmallBody || request.Headers.TransferEncoding.Count > 0)
            headers.Connection = "close";
    }
}
