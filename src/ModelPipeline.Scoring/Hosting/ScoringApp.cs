using ModelPipeline.Scoring.Invocations;
using ModelPipeline.Scoring.OpenApi;
using ModelPipeline.Scoring.Pages;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The service as a web application.</summary>
internal static class ScoringApp
{
    public static WebApplication Build(ServedModel model, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapGet("/ping", () => "");
        InvocationsEndpoint.Map(app, model, NoRequestLog.Instance);
        OpenApiEndpoint.Map(app, model);
        PageEndpoints.Map(app, model);
        return app;
    }
}
