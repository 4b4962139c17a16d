using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>The service as it is published, in a process of its own.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private const int Sigterm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private Task<string> _log = Task.FromResult("");

    private ServiceProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    public int Id => _process.Id;

    /// <summary>Runs a command line to its end.</summary>
    public static async Task<(int Code, string Error)> RunAsync(string[] arguments, params (string Name, string Text)[] variables)
    {
        using var process = Start(arguments, variables);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error);
    }

    /// <summary>Starts the service on a free port, unless told another, and waits until it listens.</summary>
    public static async Task<ServiceProcess> ServeAsync(string bundle, string[] arguments, params (string Name, string Text)[] variables)
    {
        var service = new ServiceProcess(Start(["serve", "--bundle", bundle, .. arguments], [("SCORING_ADDRESS", "http://127.0.0.1:0"), .. variables]));
        var line = await service._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(await service._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var said = JsonDocument.Parse(line);
        said.RootElement.GetProperty("event").GetString().ShouldBe("listening");
        service.Client.BaseAddress = new Uri(said.RootElement.GetProperty("address").GetString()!);
        service._log = service._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public async Task<HttpStatusCode> GetStatusAsync(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public void Terminate() => Signal.Send(_process.Id, Sigterm);

    /// <summary>Waits for the end and gives the exit code and what else was logged.</summary>
    public async Task<(int Code, string Log)> EndAsync()
    {
        var log = await _log;
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (_process.ExitCode, log);
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string[] arguments, (string Name, string Text)[] variables)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "scoring", "linux-x64", "ModelPipeline.Scoring"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, text) in variables)
            start.Environment[name] = text;
        return Process.Start(start)!;
    }
}
