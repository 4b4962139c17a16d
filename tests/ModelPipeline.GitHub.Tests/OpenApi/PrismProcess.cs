using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>The npm package @stoplight/prism-cli: a server on loopback that holds what passes through it against GitHub's description.</summary>
internal sealed class PrismProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _folder;

    private PrismProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Answers by the description's examples.</summary>
    public static Task<PrismProcess> MockAsync() => StartAsync(Description.Read(), "mock");

    /// <summary>Hands requests on and their answers back.</summary>
    public static Task<PrismProcess> ProxyAsync(Uri upstream) => StartAsync(Description.Read().WithPartialAnswers(), "proxy", upstream.AbsoluteUri.TrimEnd('/'));

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PrismProcess> StartAsync(Description description, string command, params string[] arguments)
    {
        var program = Path.Combine(NpmPackages.FolderOf("@stoplight/prism-cli"), "dist", "index.js");
        var folder = Directory.CreateTempSubdirectory("openapi-").FullName;
        var file = Path.Combine(folder, "description.json"); // stays: prism watches it
        description.Write(file);
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("node", [program, command, "--host", "127.0.0.1", "--port", $"{port}", file, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new StringBuilder();
        var listening = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var prism = new PrismProcess(process, folder, new Uri($"http://127.0.0.1:{port}/"));
        if (await Task.WhenAny(listening.Task, Task.Delay(Patience)) == listening.Task && await listening.Task)
            return prism;
        prism.Dispose();
        throw new InvalidOperationException($"prism {command} does not start: {said}");

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                listening.TrySetResult(false);
            else if (line.Data.Contains("Prism is listening", StringComparison.Ordinal))
                listening.TrySetResult(true);
            else if (!listening.Task.IsCompleted)
                lock (said)
                    said.AppendLine(line.Data);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
