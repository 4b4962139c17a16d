using Microsoft.AspNetCore.Http;
using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Requests;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.LoadTesting.Sending;

public sealed class HttpTransportTests
{
    private static readonly ScoringRequest Request = new("{}"u8.ToArray(), new Scores(["probability"], [0.25]), tolerance: 0);
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, """{"predictions":[{"probability":0.25,"label":"no"}]}""", "Correct")]
    [InlineData(200, """{"predictions":[{"probability":0.26}]}""", "WrongAnswer")]
    [InlineData(200, "no JSON", "WrongAnswer")]
    [InlineData(429, "", "TooManyRequests")]
    [InlineData(503, "", "Unavailable")]
    [InlineData(500, "", "OtherStatus")]
    [InlineData(302, "", "OtherStatus")]
    public async Task An_answer_is_what_its_status_and_scores_say(int status, string body, string expected)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });

        (await SendAsync(server.Address)).Result.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task A_request_is_JSON_over_HTTP_1_1_with_the_key_as_a_header()
    {
        var seen = new List<string>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            seen.AddRange([context.Request.Method, context.Request.Path, context.Request.Protocol, $"{context.Request.ContentType}", $"{context.Request.Headers.Authorization}", await reader.ReadToEndAsync()]);
        });

        await SendAsync(server.Address, apiKey: "k3y");

        seen.ShouldBe(["POST", "/invocations", "HTTP/1.1", "application/json", "Bearer k3y", "{}"]);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_refuses()
    {
        Uri address;
        await using (var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask))
            address = server.Address;

        (await SendAsync(address)).Result.ShouldBe(CallResult.ConnectionRefused);
    }

    [Fact]
    public async Task A_connection_that_ends_before_the_answer_is_lost()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await SendAsync(server.Address)).Result.ShouldBe(CallResult.ConnectionLost);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_times_out()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        (await SendAsync(server.Address, limit: TimeSpan.FromMilliseconds(50))).Result.ShouldBe(CallResult.TimedOut);
    }

    [Fact]
    public async Task A_stop_is_no_result()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var transport = new HttpTransport(server.Address, [Request], new LoadPlan(), null, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() => transport.SendAsync(0, stop.Token));
    }

    private async Task<Reply> SendAsync(Uri address, string? apiKey = null, TimeSpan? limit = null)
    {
        using var transport = new HttpTransport(address, [Request], new LoadPlan { AnswerLimit = limit ?? TimeSpan.FromSeconds(30) }, apiKey, TimeProvider.System);
        return await transport.SendAsync(0, _cancellation);
    }
}
