using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary><c>GET /openapi.json</c>: how programs call the service.</summary>
internal static class OpenApiEndpoint
{
    public static void Map(IEndpointRouteBuilder app, ServedModel model)
    {
        var document = OpenApiDocument.Of(model);
        app.MapGet("/openapi.json", context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = document.Length;
            return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
        });
    }
}
