using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>
/// The service in this process, on a free port, with endpoints for tests: <c>/held</c> answers when <see cref="Release"/> is called,
/// <c>/echo</c> reads its whole body, <c>/failing</c> throws. All three are scoring endpoints.
/// </summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStream _output = new();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _held = new(0);
    private readonly ServedModel _model;
    private readonly JsonLog _log;
    private readonly WebApplication _app;

    private RunningService(ScoringOptions options)
    {
        TrainedBundle.Write(_folder.File("bundle"));
        _model = ServedModel.Open(_folder.File("bundle"), ScoringProgram.Engines);
        _log = new JsonLog(_output, TimeProvider.System);
        _app = ScoringApp.Build(_model, options with { Address = new(IPAddress.Loopback, 0) }, State, _log, null);
        var scoring = _app.MapGroup("").WithMetadata(EndpointRole.Scoring);
        scoring.MapPost("/held", HoldAsync);
        scoring.MapPost("/echo", async context => await context.Response.WriteAsync((await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted)).Length.ToString()));
        scoring.MapPost("/failing", FailAsync);
    }

    public ServiceState State { get; } = new() { Phase = ServicePhase.Ready };

    public HttpClient Client { get; private set; } = null!;

    public string Digest => _model.Bundle.Digest.ToString();

    public static async Task<RunningService> StartAsync(ScoringOptions? options = null)
    {
        var service = new RunningService(options ?? new());
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        service.Client = new HttpClient { BaseAddress = new Uri(service._app.Urls.First()) };
        return service;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path, TestContext.Current.CancellationToken);

    public Task<string> GetTextAsync(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, string body = "") =>
        Client.PostAsync(path, new StringContent(body), TestContext.Current.CancellationToken);

    /// <summary>Sends a request to <c>/held</c> and comes back when the endpoint has it.</summary>
    public async Task<Task<HttpResponseMessage>> HoldOneAsync()
    {
        var answer = PostAsync("/held");
        await _held.WaitAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    /// <summary>Lets <c>/held</c> answer.</summary>
    public void Release() => _release.TrySetResult();

    /// <summary>Opens a connection for bytes that no client would send.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Sends a text over a new connection, and leaves that open.</summary>
    public async Task<NetworkStream> SendAsync(string text)
    {
        var connection = await ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Comes back when the metrics have a text.</summary>
    public async Task UntilMetricAsync(string text)
    {
        while (!(await GetTextAsync("/metrics")).Contains(text, StringComparison.Ordinal))
            await Task.Yield();
    }

    /// <summary>How long the host lets a stop take.</summary>
    public TimeSpan ShutdownTimeout => _app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

    /// <summary>Sends bytes over a new connection and reads what comes back until the service closes it.</summary>
    public async Task<string> ExchangeAsync(byte[] bytes)
    {
        await using var connection = await ConnectAsync();
        try
        {
            await connection.WriteAsync(bytes, TestContext.Current.CancellationToken);
            using var reader = new StreamReader(connection, Encoding.Latin1);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Stops the service and reads its log.</summary>
    public async Task<string> StopAsync()
    {
        Release();
        await _app.StopAsync(TestContext.Current.CancellationToken);
        _log.Dispose();
        return Encoding.UTF8.GetString(_output.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        Client.Dispose();
        await _app.DisposeAsync();
        _log.Dispose();
        _model.Dispose();
        _held.Dispose();
        _folder.Dispose();
    }

    private static Task FailAsync(HttpContext context) => throw new InvalidTimeZoneException("the secret value 4711");

    private async Task HoldAsync(HttpContext context)
    {
        _held.Release();
        await _release.Task.WaitAsync(context.RequestAborted);
    }
}
