using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelPipeline.Data;
using ModelPipeline.Scoring.OpenApi;
using ModelPipeline.Scoring.Pages;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.Pages;

/// <summary>The page on a loopback port, with a double of <c>/invocations</c> that scores one row of the form that the page sends.</summary>
internal sealed class PageService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServedSample _sample;

    private PageService(ServedSample sample, string? key)
    {
        _sample = sample;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        PageEndpoints.Map(_app, sample.Model);
        OpenApiEndpoint.Map(_app, sample.Model);
        _app.MapGet("/version", () => Results.Text("""{"modelVersion":"1.0.0"}""", "application/json"));
        _app.MapPost("/invocations", context => AnswerAsync(context, key));
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The rows that were sent.</summary>
    public List<JsonElement> Sent { get; } = [];

    public static async Task<PageService> StartAsync(ServedSample sample, string? key = null)
    {
        var service = new PageService(sample, key);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _sample.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, string? key)
    {
        if (key is not null && context.Request.Headers.Authorization != $"Bearer {key}")
        {
            await RefuseAsync(context, 401, """{"title":"Unauthorized","status":401,"detail":"The key is missing or wrong."}""");
            return;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var row = body.RootElement.GetProperty("dataframe_records")[0].Clone();
        Sent.Add(row);
        var negative = row.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.Number && value.Value.GetDouble() < 0).Select(value => value.Name);
        if (negative.FirstOrDefault() is { } name)
        {
            await RefuseAsync(context, 400, $$"""{"title":"Bad Request","status":400,"detail":"1 fault in the rows.","errors":[{"row":0,"column":"{{JsonEncodedText.Encode(name)}}","message":"is below zero"}]}""");
            return;
        }

        var outputs = Score(row);
        var label = JsonEncodedText.Encode(_sample.Bundle.Manifest.Signature.Classes[PredictedClass.Of(outputs)]);
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"predictions":[{"probability":{{outputs[0]:R}},"label":"{{label}}"}]}"""));
    }

    private double[] Score(JsonElement row)
    {
        var columns = _sample.Bundle.Manifest.Signature.Inputs.Select(Column (input) => (input.Type, row.GetProperty(input.Name)) switch
        {
            (ColumnType.Numeric, var value) => new NumericColumn(input.Name, [value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()]),
            (_, var value) => new CategoricalColumn(input.Name, [0], [value.GetString()!]),
        });
        return _sample.Model.Scorer.Score(new Table([.. columns]), CancellationToken.None).Values.ToArray();
    }

    private static Task RefuseAsync(HttpContext context, int status, string problem)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync(problem);
    }
}
