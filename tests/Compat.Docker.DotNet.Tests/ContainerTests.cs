using System.Text.Json;
using Docker.DotNet.Models;
using Microsoft.AspNetCore.Http;
using Shared.Docker;

namespace Compat.Docker.DotNet.Tests;

public sealed class ContainerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_sends_the_name_apart_and_only_what_was_set()
    {
        await using var engine = await FakeDocker.StartAsync();
        var sent = string.Empty;
        engine.On("POST /containers/create", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            sent = await reader.ReadToEndAsync(Cancellation);
            context.Response.StatusCode = 201;
            await context.Response.WriteAsync("""{"Id":"c1","Warnings":["no swap"]}""", Cancellation);
        });
        using var client = Clients.Of(engine);
        var settings = new CreateContainerParameters
        {
            Name = "scoring",
            Image = "churn:1",
            HostConfig = new HostConfig
            {
                NanoCPUs = 500_000_000,
                PortBindings = new Dictionary<string, IList<PortBinding>> { ["8080/tcp"] = [new PortBinding { HostIP = "127.0.0.1", HostPort = "" }] },
            },
        };

        var created = await client.Containers.CreateContainerAsync(settings, Cancellation);

        created.ID.ShouldBe("c1");
        created.Warnings.ShouldBe(["no swap"]);
        engine.Requests.ShouldBe(["POST /containers/create?name=scoring"]);
        var expected = JsonElement.Parse("""{"Image":"churn:1","HostConfig":{"PortBindings":{"8080/tcp":[{"HostIp":"127.0.0.1","HostPort":""}]},"NanoCpus":500000000}}""");
        JsonElement.DeepEquals(JsonElement.Parse(sent), expected).ShouldBeTrue(sent);
    }

    [Fact]
    public async Task A_container_is_described()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /containers/c1/json", """
            {"Id":"c1","Name":"/scoring","State":{"Running":false,"OOMKilled":true,"ExitCode":137},
             "HostConfig":{"NanoCpus":5,"PidsLimit":null},
             "NetworkSettings":{"Ports":{"8080/tcp":[{"HostIp":"127.0.0.1","HostPort":"49153"}],"9090/tcp":null}}}
            """);
        using var client = Clients.Of(engine);

        var container = await client.Containers.InspectContainerAsync("c1", Cancellation);

        container.State.Running.ShouldBeFalse();
        container.State.OOMKilled.ShouldBeTrue();
        container.State.ExitCode.ShouldBe(137);
        container.HostConfig.NanoCPUs.ShouldBe(5);
        container.HostConfig.PidsLimit.ShouldBeNull();
        container.NetworkSettings.Ports["8080/tcp"].Single().HostPort.ShouldBe("49153");
        container.NetworkSettings.Ports["9090/tcp"].ShouldBeNull();
    }

    [Theory]
    [InlineData(204, true)]
    [InlineData(304, false)]
    public async Task Starting_and_stopping_say_whether_anything_changed(int status, bool changed)
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("POST /containers/c1/", "", status);
        using var client = Clients.Of(engine);

        (await client.Containers.StartContainerAsync("c1", null, Cancellation)).ShouldBe(changed);
        (await client.Containers.StopContainerAsync("c1", new ContainerStopParameters { WaitBeforeKillSeconds = 5 }, Cancellation)).ShouldBe(changed);

        engine.Requests.ShouldBe(["POST /containers/c1/start", "POST /containers/c1/stop?t=5"]);
    }

    [Fact]
    public async Task Containers_are_listed_by_filters()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /containers/json", """[{"Id":"c1","Labels":{"a":"b"},"Created":1700000000}]""");
        using var client = Clients.Of(engine);
        var labelled = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { ["a=b"] = true } };

        var containers = await client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = labelled }, Cancellation);

        containers.Single().Labels["a"].ShouldBe("b");
        Uri.UnescapeDataString(engine.Requests.Single()).ShouldBe("""GET /containers/json?all=1&filters={"label":{"a=b":true}}""");
    }

    [Fact]
    public async Task A_container_is_removed_with_its_volumes()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("DELETE /containers/c1", "", status: 204);
        using var client = Clients.Of(engine);

        await client.Containers.RemoveContainerAsync("c1", new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, Cancellation);

        engine.Requests.ShouldBe(["DELETE /containers/c1?v=1&force=1"]);
    }

    [Fact]
    public async Task What_a_container_uses_is_reported_once()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /containers/c1/stats", """{"cpu_stats":{"cpu_usage":{"total_usage":123}},"memory_stats":{"usage":1000,"limit":4000,"stats":{"inactive_file":300}}}""" + "\n");
        using var client = Clients.Of(engine);
        var reported = new Recorder<ContainerStatsResponse>();

        await client.Containers.GetContainerStatsAsync("c1", new ContainerStatsParameters { Stream = false, OneShot = true }, reported, Cancellation);

        engine.Requests.ShouldBe(["GET /containers/c1/stats?stream=0&one-shot=1"]);
        var use = reported.Values.ShouldHaveSingleItem();
        use.CPUStats.CPUUsage.TotalUsage.ShouldBe(123ul);
        use.MemoryStats.Usage.ShouldBe(1000ul);
        use.MemoryStats.Stats["inactive_file"].ShouldBe(300ul);
    }

    [Fact]
    public async Task Logs_come_as_two_streams()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /containers/c1/logs", context => context.Response.Body.WriteAsync(Frames.Of((1, "out"), (2, "err"), (1, "put")), Cancellation).AsTask());
        using var client = Clients.Of(engine);

        using var stream = await client.Containers.GetContainerLogsAsync("c1", false, new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = "20" }, Cancellation);

        (await stream.ReadOutputToEndAsync(Cancellation)).ShouldBe(("output", "err"));
        engine.Requests.ShouldBe(["GET /containers/c1/logs?stdout=1&stderr=1&tail=20"]);
    }
}
