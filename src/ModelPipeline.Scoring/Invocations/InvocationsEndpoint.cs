using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Invocations;

/// <summary><c>POST /invocations</c>: scores rows.</summary>
internal static class InvocationsEndpoint
{
    public static void Map(IEndpointRouteBuilder app, ServedModel model, IRequestLog log) =>
        app.MapPost("/invocations", context =>
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return Task.CompletedTask;
        });
}
