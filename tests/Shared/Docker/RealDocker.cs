using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Shared.Docker;

/// <summary>The container engine of this machine, asked without the client that is tested.</summary>
internal sealed class RealDocker : IDisposable
{
    private readonly HttpClient _client;

    private RealDocker(string endpoint)
    {
        Endpoint = endpoint;
        _client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, cancellation) => ConnectAsync(new Uri(endpoint), cancellation) })
        {
            BaseAddress = new Uri("http://docker/"),
        };
    }

    public string Endpoint { get; }

    /// <summary>The engine; where there is none the test is skipped, and fails in CI.</summary>
    public static async Task<RealDocker> RequireAsync()
    {
        var docker = new RealDocker(Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? host : "unix:///var/run/docker.sock");
        try
        {
            using var answer = await docker._client.GetAsync("_ping");
            if (answer.IsSuccessStatusCode)
                return docker;
            Absent($"The container engine at {docker.Endpoint} answers {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            Absent($"There is no container engine at {docker.Endpoint}: {exception.GetBaseException().Message}");
        }

        throw new InvalidOperationException();
    }

    /// <summary>Skips a test that needs something which is not there; fails it in CI.</summary>
    public static void Absent(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    /// <summary>What the engine says at a path; <see langword="null"/> for a 404.</summary>
    public async Task<JsonElement?> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request without an answer that matters.</summary>
    public async Task<JsonElement?> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await _client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return body.StartsWith('{') ? JsonElement.Parse(body) : null;
    }

    /// <summary>The containers with a label.</summary>
    public async Task<IReadOnlyList<JsonElement>> ContainersAsync(string label) =>
        [.. (await GetAsync($"containers/json?all=1&filters={Uri.EscapeDataString($$"""{"label":["{{label}}"]}""")}"))!.Value.EnumerateArray()];

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(Uri endpoint, CancellationToken cancellation)
    {
        var socket = endpoint.Scheme == "unix"
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await (endpoint.Scheme == "unix"
            ? socket.ConnectAsync(new UnixDomainSocketEndPoint(endpoint.LocalPath), cancellation)
            : socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellation));
        return new NetworkStream(socket, ownsSocket: true);
    }
}
