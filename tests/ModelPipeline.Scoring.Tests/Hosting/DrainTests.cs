using System.Net;
using System.Net.Sockets;

namespace ModelPipeline.Scoring.Tests.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task The_host_sets_no_limit_of_its_own()
    {
        await using var service = await RunningService.StartAsync();

        service.ShutdownTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task A_request_that_is_cut_off_makes_the_service_fail()
    {
        using var folder = new TemporaryFolder();
        TrainedBundle.Write(folder.File("bundle"));
        using var service = await ServiceProcess.ServeAsync(folder.File("bundle"), ["--stop-delay-seconds", "0", "--drain-seconds", "0.5"]);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, service.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync("POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nage"u8.ToArray(), TestContext.Current.CancellationToken);
        while (!(await service.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Contains("scoring_requests_in_flight 1\n"))
            await Task.Yield();

        service.Terminate();

        var (code, log) = await service.EndAsync();
        code.ShouldBe(1, log);
        log.ShouldContain("requests in flight were cut off");
    }
}
