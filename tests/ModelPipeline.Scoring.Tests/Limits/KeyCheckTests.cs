using System.Net;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Limits;

public sealed class KeyCheckTests
{
    private static readonly ScoringOptions Closed = new() { ApiKey = new ApiKey("right") };

    [Theory]
    [InlineData("Authorization", "Bearer right")]
    [InlineData("Authorization", "bearer right")]
    [InlineData("X-Api-Key", "right")]
    public async Task The_key_opens(string header, string value)
    {
        await using var service = await RunningService.StartAsync(Closed);
        service.Client.DefaultRequestHeaders.Add(header, value);

        (await service.PostAsync("/echo")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Authorization", "Bearer wrong")]
    [InlineData("Authorization", "Basic right")]
    [InlineData("Authorization", "right")]
    [InlineData("X-Api-Key", "right ,right")]
    [InlineData("X-Api-Key", "righ")]
    [InlineData("X-Other", "right")]
    public async Task Anything_else_is_refused(string header, string value)
    {
        await using var service = await RunningService.StartAsync(Closed);
        service.Client.DefaultRequestHeaders.Add(header, value);

        using var refused = await service.PostAsync("/echo");

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task Probes_and_metrics_need_none()
    {
        await using var service = await RunningService.StartAsync(Closed);

        foreach (var path in (string[])["/ping", "/livez", "/readyz", "/version", "/metrics"])
            (await service.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task Metrics_may_be_closed()
    {
        await using var service = await RunningService.StartAsync(Closed with { OpenMetrics = false });

        (await service.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void A_key_prints_nothing() => $"{Closed}".ShouldNotContain("right");
}
