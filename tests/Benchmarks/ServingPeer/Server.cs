using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServingPeer;

/// <summary>A server on the first core; ends with this object.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(string name, int port, Process process) => (Name, Port, _process) = (name, port, process);

    public string Name { get; }

    public int Port { get; }

    public static async Task<Server> StartAsync(string name, Func<int, string[]> command)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("taskset", ["-c", "0", .. command(port)]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(name, port, process);
        await server.WaitAsync();
        return server;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient();
        for (var i = 0; i < 600; i++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/readyz"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{Name} did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
