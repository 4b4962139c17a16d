using System.Net;
using System.Net.Sockets;
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
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_000, false)]
    public async Task A_client_that_goes_while_it_sends_is_counted_and_no_failure(int length, bool resets)
    {
        await using var service = await RunningService.StartAsync();
        await using var connection = await service.SendAsync($"POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: {length}\r\n\r\nage");
        await service.UntilMetricAsync("scoring_requests_in_flight 1\n");

        if (resets)
            connection.Socket.Close(timeout: 0);
        else
            connection.Socket.Shutdown(SocketShutdown.Send);

        await service.UntilMetricAsync("scoring_requests_in_flight 0\n");
        (await service.GetTextAsync("/metrics")).ShouldContain("scoring_requests_total{status=\"499\"} 1\n");
        (await service.StopAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_client_that_goes_while_it_is_answered_is_no_failure()
    {
        await using var service = await RunningService.StartAsync();
        const string line = "{\"age\":30,\"plan\":\"basic\"}\n";
        await using var connection = await service.SendAsync(
            $"POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n{line.Length:x}\r\n{line}\r\n");
        (await connection.ReadAsync(new byte[1000], TestContext.Current.CancellationToken)).ShouldBePositive();

        connection.Socket.Close(timeout: 0);

        await service.UntilMetricAsync("scoring_requests_in_flight 0\n");
        (await service.StopAsync()).ShouldBe("");
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
