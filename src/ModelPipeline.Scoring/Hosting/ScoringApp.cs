using ModelPipeline.Scoring.Invocations;

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
        return app;
    }
}
