using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>The registry of Debian's package docker-registry, on a free port with a folder of its own.</summary>
internal sealed class DebianRegistry : IAsyncDisposable
{
    private const string Program = "/usr/bin/docker-registry";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private DebianRegistry(string? passwords)
    {
        Host = "127.0.0.1:" + FreePort().ToString(CultureInfo.InvariantCulture);
        var authentication = "";
        if (passwords is not null)
        {
            File.WriteAllText(_folder["htpasswd"], passwords + "\n");
            authentication = $"auth: {{ htpasswd: {{ realm: test, path: {_folder["htpasswd"]} }} }}\n";
        }

        File.WriteAllText(_folder["config.yml"], $"version: 0.1\nlog: {{ level: error, accesslog: {{ disabled: true }} }}\nstorage: {{ filesystem: {{ rootdirectory: {_folder["data"]} }} }}\nhttp: {{ addr: {Host} }}\n{authentication}");
        _process = Process.Start(new ProcessStartInfo(Program, ["serve", _folder["config.yml"]]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>The host and the port.</summary>
    public string Host { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="passwords">Lines of <c>htpasswd</c>; <see langword="null"/> lets everybody in.</param>
    public static async Task<DebianRegistry> StartAsync(string? passwords = null)
    {
        var isThere = File.Exists(Program);
        if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip($"there is no {Program}: install Debian's package docker-registry");
        isThere.ShouldBeTrue($"CI must have {Program}");
        var registry = new DebianRegistry(passwords);
        using var client = new HttpClient();
        while (!await registry.AnswersAsync(client))
            registry._process.HasExited.ShouldBeFalse("the registry ended");
        return registry;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var reply = await client.GetAsync($"http://{Host}/v2/", TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
