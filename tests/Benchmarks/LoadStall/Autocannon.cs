using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace LoadStall;

/// <summary>autocannon of npm, installed into a folder of its own.</summary>
internal sealed class Autocannon(string folder)
{
    private const string Version = "9.0.0";

    /// <summary>Installs it; says why where that cannot be done.</summary>
    public async Task<string?> InstallAsync()
    {
        var (code, _, error) = await RunAsync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", $"autocannon@{Version}"]);
        return code == 0 ? null : error.Trim();
    }

    /// <summary>The 50th and 99th percentile and the maximum of the latency in milliseconds, and the number of requests.</summary>
    /// <param name="address">Where it sends.</param>
    /// <param name="setting">For how long.</param>
    /// <param name="more">Further options.</param>
    public async Task<(double P50, double P99, double Max, double Requests)> MeasureAsync(Uri address, StallSetting setting, params string[] more)
    {
        var script = Path.Combine(folder, "node_modules", "autocannon", "autocannon.js");
        var seconds = setting.Seconds.ToString(CultureInfo.InvariantCulture);
        var (code, output, error) = await RunAsync("node", [script, "--json", "--no-progress", "-c", "10", "-d", seconds, "-m", "POST", "-b", "{}", .. more, $"{address}invocations"]);
        if (code != 0)
            throw new InvalidOperationException(error);
        using var document = JsonDocument.Parse(output);
        var latency = document.RootElement.GetProperty("latency");
        return (Number("p50"), Number("p99"), Number("max"), document.RootElement.GetProperty("requests").GetProperty("total").GetDouble());

        double Number(string name) => latency.GetProperty(name).GetDouble();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
