using System.Net;
using System.Text.Json;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Limits;

public sealed class FaultResponsesTests
{
    [Fact]
    public async Task An_unexpected_exception_is_answered_without_details_and_logged_without_its_message()
    {
        await using var service = await RunningService.StartAsync();

        using var answer = await service.PostAsync("/failing?query=hidden");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var log = await service.StopAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.ShouldNotContain("TimeZone");
        log.ShouldContain("InvalidTimeZoneException");
        log.ShouldContain("FailAsync");
        log.ShouldNotContain("4711");
        log.ShouldNotContain("hidden");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/invocations", 405)]
    [InlineData("POST", "/livez", 405)]
    public async Task What_is_not_there_is_a_problem(string method, string path, int status)
    {
        await using var service = await RunningService.StartAsync();

        using var answer = await service.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
    }
}
