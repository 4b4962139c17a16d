using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Limits;

public sealed class AdmissionTests
{
    [Fact]
    public async Task A_request_beyond_the_queue_is_refused_at_once_and_probes_still_answer()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 0 });
        var held = await service.HoldOneAsync();

        using var refused = await service.PostAsync("/echo", "body");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        foreach (var path in (string[])["/ping", "/livez", "/readyz", "/version", "/metrics"])
            (await service.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        (await service.GetTextAsync("/metrics")).ShouldContain("scoring_requests_refused_total{reason=\"queue_full\"} 1\n");
        service.Release();
        (await held).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_that_waits_is_answered_in_its_turn()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 1, QueueTime = TimeSpan.FromMinutes(1) });
        var held = await service.HoldOneAsync();
        var waiting = service.PostAsync("/echo", "body");
        while (!(await service.GetTextAsync("/metrics")).Contains("scoring_requests_queued 1\n"))
            await Task.Yield();

        service.Release();

        (await held).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await waiting).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("4");
    }

    [Fact]
    public async Task A_request_that_waits_too_long_is_refused()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 1, QueueTime = TimeSpan.FromMilliseconds(20) });
        var held = await service.HoldOneAsync();

        using var refused = await service.PostAsync("/echo");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        held.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_ended_and_gives_its_place_to_the_next()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 0, RequestTime = TimeSpan.FromMilliseconds(50) });

        using var late = await await service.HoldOneAsync();
        service.Release();

        late.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await service.PostAsync("/held")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_that_goes_gives_its_place_to_the_next()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 1 });
        var held = await service.HoldOneAsync();

        service.Client.CancelPendingRequests();

        await Should.ThrowAsync<OperationCanceledException>(held);
        (await service.PostAsync("/echo", "body")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(128 * 1024)]
    [InlineData(1_000_000)]
    public async Task Senders_that_do_not_finish_take_no_place_of_small_requests(int length)
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 4 });
        var slow = new List<NetworkStream>();
        for (var i = 1; i <= 4; i++)
            slow.Add(await service.SendAsync($"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\nx"));
        await service.UntilMetricAsync("scoring_requests_in_flight 4\n");

        using var answer = await service.PostAsync("/echo", "body");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var connection in slow)
            await connection.DisposeAsync();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50_000)]
    [InlineData(128 * 1024)]
    public async Task A_body_that_arrives_in_pieces_is_whole(int length)
    {
        await using var service = await RunningService.StartAsync();
        await using var connection = await service.SendAsync($"POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{new string('x', length / 2)}");
        await service.UntilMetricAsync("scoring_requests_in_flight 1\n");

        await connection.WriteAsync(Encoding.ASCII.GetBytes(new string('x', length - (length / 2))), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(connection);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(length.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_large_body_that_is_refused_ends_its_connection()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { Concurrency = 1, Queue = 0 });
        await using var slow = await service.SendAsync("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx");
        await service.UntilMetricAsync("scoring_requests_in_flight 1\n");

        await using var next = await service.SendAsync("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
        using var answer = new StreamReader(next);

        (await answer.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldStartWith("HTTP/1.1 429 ");
        var headers = new List<string>();
        while (await answer.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } header)
            headers.Add(header);
        headers.ShouldContain("Connection: close");
    }

    [Fact]
    public async Task Before_it_is_ready_the_service_says_so()
    {
        await using var service = await RunningService.StartAsync();
        service.State.Phase = ServicePhase.Starting;

        (await service.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await service.GetAsync("/livez")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_leaving_service_is_not_ready_yet_answers_and_closes_the_connection()
    {
        await using var service = await RunningService.StartAsync();
        service.State.Phase = ServicePhase.Leaving;

        (await service.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var answer = await service.PostAsync("/echo", "body");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ConnectionClose.ShouldBe(true);
    }

    [Fact]
    public async Task A_draining_service_refuses_and_closes_the_connection()
    {
        await using var service = await RunningService.StartAsync();
        service.State.Phase = ServicePhase.Draining;

        using var refused = await service.PostAsync("/echo", "body");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.ConnectionClose.ShouldBe(true);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }
}
