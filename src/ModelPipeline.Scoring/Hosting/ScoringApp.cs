using ModelPipeline.Scoring.Invocations;
using ModelPipeline.Scoring.Limits;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Scoring.OpenApi;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Pages;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Scoring.RequestLogs;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The service as a web application.</summary>
internal static class ScoringApp
{
    /// <summary>Builds the service; it is started, and its state set, by the caller.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="state">Whether it takes requests.</param>
    /// <param name="log">Its log.</param>
    /// <param name="requestLog">Its request log, if it has one.</param>
    public static WebApplication Build(ServedModel model, ScoringOptions options, ServiceState state, JsonLog log, FileRequestLog? requestLog)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => KestrelLimits.Apply(server, options));
        builder.Logging.SetMinimumLevel(FrameworkLog.Least).AddProvider(new FrameworkLog(log));
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, NoSignals>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan); // how long a stop may take is said by whoever stops it
        var app = builder.Build();

        var metrics = new ServiceMetrics();
        var admission = new Admission(options, state, metrics);
        app.Lifetime.ApplicationStopped.Register(admission.Dispose);
        app.Use(new RequestMeter(metrics, options.AccessLog ? log : null).RunAsync);
        app.Use(new FaultResponses(log).RunAsync);
        if (options.ApiKey is { } key)
            app.Use(new KeyCheck(key, options.OpenMetrics, metrics).RunAsync);
        app.Use(admission.RunAsync);

        var version = ServiceVersion.Of(model, options.ModelVersion);
        ProbeEndpoints.Map(app.MapGroup("").WithMetadata(EndpointRole.Probe), state, version.ToJson());
        new MetricsEndpoint(metrics, admission, state, version, log, requestLog).Map(app).WithMetadata(EndpointRole.Metrics);
        InvocationsEndpoint.Map(
            app.MapGroup("").WithMetadata(EndpointRole.Scoring),
            model with { Scorer = new CountingScorer(model.Scorer, metrics) },
            requestLog ?? (IRequestLog)NoRequestLog.Instance,
            options.Invocations);
        OpenApiEndpoint.Map(app, model);
        PageEndpoints.Map(app, model);
        return app;
    }
}
