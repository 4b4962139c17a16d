namespace ModelPipeline.Scoring.Probes;

/// <summary>Tells those who run the service how it is. Never queued, never behind the key.</summary>
internal static class ProbeEndpoints
{
    /// <summary>Maps <c>/ping</c> (MLflow and SageMaker), <c>/livez</c>, <c>/readyz</c> and <c>/version</c>.</summary>
    public static void Map(IEndpointRouteBuilder app, ServiceState state, byte[] version)
    {
        app.MapGet("/ping", context => AnswerAsync(context, StatusCodes.Status200OK, "text/plain", "\n"u8.ToArray()));
        app.MapGet("/livez", context => AnswerAsync(context, StatusCodes.Status200OK, "text/plain", "alive\n"u8.ToArray()));
        app.MapGet("/readyz", context => state.Phase == ServicePhase.Ready
            ? AnswerAsync(context, StatusCodes.Status200OK, "text/plain", "ready\n"u8.ToArray())
            : AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "text/plain", "not ready\n"u8.ToArray()));
        app.MapGet("/version", context => AnswerAsync(context, StatusCodes.Status200OK, "application/json", version));
    }

    private static Task AnswerAsync(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
