using System.Net;
using System.Net.Sockets;

namespace ModelPipeline.Scoring.Tests.Hosting;

public sealed class PublishedServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedServiceTests() => TrainedBundle.Write(Bundle);

    private string Bundle => _folder.File("bundle");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_answers_probes_version_and_metrics_and_stops_when_told_to()
    {
        using var service = await ServiceProcess.ServeAsync(Bundle, ["--stop-delay-seconds", "0", "--request-log", _folder.File("log")], ("MODEL_VERSION", "1.2.0"));

        foreach (var path in (string[])["/ping", "/livez", "/readyz"])
            (await service.GetStatusAsync(path)).ShouldBe(HttpStatusCode.OK, path);
        (await service.Client.GetStringAsync("/version", TestContext.Current.CancellationToken)).ShouldContain("\"modelVersion\":\"1.2.0\"");
        (await service.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).ShouldContain("scoring_request_log_dropped_total 0\n");
        using var missing = await service.Client.GetAsync("/nowhere", TestContext.Current.CancellationToken);
        missing.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        service.Terminate();
        var (code, log) = await service.EndAsync();

        code.ShouldBe(0, log);
        log.ShouldContain("\"stopping\"");
        log.ShouldContain("\"stopped\"");
        log.ShouldNotContain("\"error\"");
    }

    [Fact]
    public async Task While_it_leaves_it_is_not_ready_and_a_second_signal_ends_it_at_once()
    {
        using var service = await ServiceProcess.ServeAsync(Bundle, ["--stop-delay-seconds", "3600"]);
        service.Terminate();
        while (await service.GetStatusAsync("/readyz") != HttpStatusCode.ServiceUnavailable)
            await Task.Yield();
        (await service.GetStatusAsync("/livez")).ShouldBe(HttpStatusCode.OK);

        service.Terminate();

        (await service.EndAsync()).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Faulty_options_are_refused()
    {
        var (code, error) = await ServiceProcess.RunAsync(["serve", "--budnle", "/x"], ("SCORING_QUEUE", "many"));

        code.ShouldBe(2);
        error.ShouldBe("SCORING_QUEUE 'many' is not a whole number from 0 to 1000000.\nunknown argument '--budnle': did you mean '--bundle'?\n");
    }

    [Fact]
    public async Task An_unknown_verb_is_refused()
    {
        var (code, error) = await ServiceProcess.RunAsync(["helth"]);

        code.ShouldBe(2);
        error.ShouldBe("unknown verb 'helth': did you mean 'health'?\n");
    }

    [Fact]
    public async Task A_missing_bundle_is_refused()
    {
        var (code, error) = await ServiceProcess.RunAsync(["--bundle", _folder.File("none")]);

        code.ShouldBe(2);
        error.ShouldStartWith("There is no bundle in ");
        error.Split('\n').Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("bundle.json")]
    [InlineData("linear.json")]
    public async Task A_broken_bundle_is_refused(string file)
    {
        File.WriteAllText(Path.Combine(Bundle, file), "{");

        var (code, error) = await ServiceProcess.RunAsync(["--bundle", Bundle]);

        code.ShouldBe(2, error);
        error.Trim().Split('\n').Length.ShouldBe(1, error);
    }

    [Fact]
    public async Task A_request_log_that_cannot_be_written_is_refused()
    {
        File.WriteAllText(_folder.File("file"), "");

        var (code, error) = await ServiceProcess.RunAsync(["--bundle", Bundle, "--request-log", _folder.File("file")]);

        code.ShouldBe(2);
        error.ShouldStartWith("The request log's folder ");
        error.Trim().Split('\n').Length.ShouldBe(1, error);
    }

    [Fact]
    public async Task Another_bundle_than_demanded_is_refused()
    {
        var (code, error) = await ServiceProcess.RunAsync(["--bundle", Bundle], ("SCORING_DIGEST", Digest.Of("another").ToString()));

        code.ShouldBe(2);
        error.ShouldContain("is not the one that was demanded");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, error) = await ServiceProcess.RunAsync(["--bundle", Bundle, "--address", $"http://{taken.LocalEndpoint}"]);

        code.ShouldBe(1);
        error.Trim().Split('\n').Length.ShouldBe(1, error);
        error.ShouldContain("address already in use");
    }

    [Fact]
    public async Task Its_health_is_whether_it_is_ready()
    {
        string address;
        using (var service = await ServiceProcess.ServeAsync(Bundle, []))
        {
            address = service.Client.BaseAddress!.ToString();
            (await ServiceProcess.RunAsync(["health"], ("SCORING_ADDRESS", address))).Code.ShouldBe(0);
        }

        (await ServiceProcess.RunAsync(["health", "--address", address])).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Restarts_under_load_answer_every_request_that_was_begun()
    {
        const int restarts = 3;
        var port = FreePort();
        using var stop = new CancellationTokenSource();
        SteadyClient[] clients = [.. Enumerable.Range(0, 8).Select(_ => new SteadyClient(port, "age,plan\n30,basic\n"))];
        var load = Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(stop.Token), TestContext.Current.CancellationToken)));

        var begun = 0;
        for (var i = 0; i < restarts; i++)
        {
            using var service = await ServiceProcess.ServeAsync(Bundle, ["--address", $"http://127.0.0.1:{port}", "--stop-delay-seconds", "0.2", "--access-log", "true"]);
            var before = clients.Sum(client => client.Scored);
            while (clients.Sum(client => client.Scored) < before + 100)
                await Task.Yield();
            service.Terminate();
            var (code, log) = await service.EndAsync();
            code.ShouldBe(0);
            begun += log.Split("\"event\":\"request\"").Length - 1;
        }

        await stop.CancelAsync();
        await load;
        clients.Sum(client => client.Lost).ShouldBe(0);
        clients.Sum(client => client.Answered).ShouldBe(begun);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
