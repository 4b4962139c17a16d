using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Docker.Images;

namespace Restarts;

/// <summary>The published service as a process, with its access log.</summary>
internal sealed class Service : IDisposable
{
    private readonly Process _process;
    private readonly Task<int> _requests;

    private Service(Process process) => (_process, _requests) = (process, CountAsync(process.StandardOutput));

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<Service> StartAsync(string bundle, int port)
    {
        string[] arguments = ["serve", "--bundle", bundle, "--address", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), "--stop-delay-seconds", "0.2", "--access-log", "true"];
        var process = Process.Start(new ProcessStartInfo(new OciImageBuilder(TimeProvider.System).Payload.Executable, arguments) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadLineAsync() is null ? throw new InvalidOperationException("The service did not start.") : new Service(process);
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code, and how many requests the service had begun.</returns>
    public async Task<(int Code, int Requests)> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        var requests = await _requests;
        await _process.WaitForExitAsync();
        return (_process.ExitCode, requests);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static async Task<int> CountAsync(StreamReader log)
    {
        var requests = 0;
        while (await log.ReadLineAsync() is { } line)
            requests += line.Contains("\"event\":\"request\"", StringComparison.Ordinal) ? 1 : 0;
        return requests;
    }
}
