using System.Net;
using System.Text;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Limits;

public sealed class HostileRequestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_bytes_are_no_request_and_harm_nobody(int seed)
    {
        await using var service = await RunningService.StartAsync();
        var bytes = new byte[100_000];
        new Random(seed).NextBytes(bytes);

        var answer = await service.ExchangeAsync([.. bytes, .. "\r\n\r\n"u8]);

        answer.ShouldNotContain("200 OK");
        (await service.GetAsync("/livez")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_says_that_it_is_too_large_is_refused_before_it_is_sent()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxBodyBytes = 1000 });

        var answer = await service.ExchangeAsync("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1073741824\r\n\r\n"u8.ToArray());

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("application/problem+json");
    }

    [Fact]
    public async Task A_body_that_turns_out_too_large_is_refused()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxBodyBytes = 1000 });
        var chunk = "400\r\n" + new string('x', 1024) + "\r\n";

        var answer = await service.ExchangeAsync(Encoding.ASCII.GetBytes("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk));

        answer.ShouldStartWith("HTTP/1.1 413 ");
    }

    [Fact]
    public async Task A_head_may_be_larger_than_what_is_received_ahead()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxHeaderBytes = 1 << 20 });

        var answer = await service.ExchangeAsync(Encoding.ASCII.GetBytes($"GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: {new string('x', 200_000)}\r\n\r\n"));

        answer.ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task A_head_that_is_too_large_is_refused()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxHeaderBytes = 1024 });

        var answer = await service.ExchangeAsync(Encoding.ASCII.GetBytes($"GET /livez HTTP/1.1\r\nHost: a\r\nX-Long: {new string('x', 2000)}\r\n\r\n"));

        answer.ShouldStartWith("HTTP/1.1 431 ");
    }

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxHeaders = 5 });

        var answer = await service.ExchangeAsync(Encoding.ASCII.GetBytes($"GET /livez HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, 6).Select(i => $"X-{i}: 1\r\n"))}\r\n"));

        answer.ShouldStartWith("HTTP/1.1 431 ");
    }

    [Fact]
    public async Task A_head_that_never_ends_is_given_up()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { HeaderTime = TimeSpan.FromMilliseconds(100) });

        var answer = await service.ExchangeAsync("GET /livez HTTP/1.1\r\nHost: a\r\n"u8.ToArray());

        answer.ShouldStartWith("HTTP/1.1 408 ");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_and_its_place_taken_by_the_next()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 0, RequestTime = TimeSpan.FromMilliseconds(100) });

        var answer = await service.ExchangeAsync("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc"u8.ToArray());

        answer.ShouldStartWith("HTTP/1.1 503 ");
        (await service.PostAsync("/echo", "body")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_connection_beyond_the_most_is_answered_and_closed_and_its_place_is_free_when_another_ends()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { MaxConnections = 1 });
        await using var first = await service.ConnectAsync();
        await first.WriteAsync("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        (await first.ReadAsync(new byte[1000], TestContext.Current.CancellationToken)).ShouldBePositive();

        var refused = await service.ExchangeAsync("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        await first.DisposeAsync();

        refused.ShouldStartWith("HTTP/1.1 503 ");
        refused.ShouldContain("Retry-After: 1\r\n");
        refused.ShouldContain("Connection: close\r\n");
        while (!(await service.ExchangeAsync("GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"u8.ToArray())).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            await Task.Yield();
    }
}
