using System.Net;
using System.Net.Sockets;
using Docker.DotNet;
using Microsoft.AspNetCore.Http;
using Shared.Docker;

namespace Compat.Docker.DotNet.Tests;

public sealed class ClientTests
{
    private const string Version = """{"Version":"28.2.2","ApiVersion":"1.50"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_api_is_asked_unless_a_version_is_given()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /version", Version).On("GET /v1.41/version", Version);

        using (var client = Clients.Of(engine))
            (await client.System.GetVersionAsync(Cancellation)).Version.ShouldBe("28.2.2");
        using (var client = new DockerClientConfiguration(new Uri(engine.Endpoint)).CreateClient(new Version(1, 41)))
            await client.System.GetVersionAsync(Cancellation);

        engine.Requests.ShouldBe(["GET /version", "GET /v1.41/version"]);
    }

    [Fact]
    public async Task Every_request_names_the_client_and_carries_the_given_headers()
    {
        await using var engine = await FakeDocker.StartAsync();
        IHeaderDictionary? headers = null;
        engine.On("GET /_ping", context =>
        {
            headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return Task.CompletedTask;
        });
        using var client = new DockerClientConfiguration(new Uri(engine.Endpoint), defaultHttpRequestHeaders: new Dictionary<string, string> { ["X-Test"] = "1" }).CreateClient();

        await client.System.PingAsync(Cancellation);

        headers!["User-Agent"].ToString().ShouldBe("Docker.DotNet");
        headers["X-Test"].ToString().ShouldBe("1");
    }

    [Fact]
    public async Task An_engine_is_reached_over_tcp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(
            async () =>
            {
                using var connection = await listener.AcceptTcpClientAsync(Cancellation);
                var request = new byte[1024];
                var length = await connection.GetStream().ReadAsync(request, Cancellation);
                await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"u8.ToArray(), Cancellation);
                return System.Text.Encoding.ASCII.GetString(request, 0, length);
            },
            Cancellation);
        using var client = new DockerClientConfiguration(new Uri($"tcp://{listener.LocalEndpoint}")).CreateClient();

        await client.System.PingAsync(Cancellation);

        (await answering).ShouldStartWith("GET /_ping HTTP/1.1");
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_in_time_cancels_the_call()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /version", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = new DockerClientConfiguration(new Uri(engine.Endpoint), defaultTimeout: TimeSpan.FromMilliseconds(50)).CreateClient();

        await Should.ThrowAsync<TaskCanceledException>(() => client.System.GetVersionAsync(Cancellation));
    }

    [Fact]
    public async Task An_engine_that_is_not_there_is_a_failed_request()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:///nowhere/docker.sock")).CreateClient();

        await Should.ThrowAsync<HttpRequestException>(() => client.System.PingAsync(Cancellation));
    }

    [Fact]
    public void A_scheme_that_is_not_known_is_refused()
    {
        using var configuration = new DockerClientConfiguration(new Uri("ssh://build-machine"));

        Should.Throw<Exception>(() => configuration.CreateClient()).Message.ShouldStartWith("Unknown URL scheme");
    }

    [Fact]
    public void A_call_has_100_seconds_unless_another_time_is_given()
    {
        using var usual = new DockerClientConfiguration(new Uri("unix:///docker.sock"));
        using var other = new DockerClientConfiguration(new Uri("unix:///docker.sock"), defaultTimeout: TimeSpan.FromSeconds(3));

        usual.DefaultTimeout.ShouldBe(TimeSpan.FromSeconds(100));
        other.CreateClient().DefaultTimeout.ShouldBe(TimeSpan.FromSeconds(3));
        Should.Throw<ArgumentException>(() => new DockerClientConfiguration(new Uri("unix:///docker.sock"), defaultTimeout: TimeSpan.FromSeconds(-3)));
    }

    [Fact]
    public async Task A_real_engine_says_its_version()
    {
        using var engine = await RealDocker.RequireAsync();
        using var client = new DockerClientConfiguration(new Uri(engine.Endpoint)).CreateClient();

        await client.System.PingAsync(Cancellation);

        (await client.System.GetVersionAsync(Cancellation)).Version.ShouldNotBeNullOrEmpty();
    }
}
