using System.Diagnostics;
using System.Globalization;

namespace LoadStall;

/// <summary>The stalling server as a process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(StallSetting setting)
    {
        var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [StallingServer.Verb, "--period", Text(setting.Period), "--rate", Text(setting.Rate), "--seconds", Text(setting.Seconds)])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new ServerProcess(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.")));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
