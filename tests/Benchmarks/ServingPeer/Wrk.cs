using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServingPeer;

/// <summary>Loads a server from the second core with wrk.</summary>
/// <param name="script">The Lua script that makes the request.</param>
internal sealed partial class Wrk(string script)
{
    public async Task<Figures> RunAsync(Server server, int connections, int seconds)
    {
        string[] arguments = ["-c", "1", "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, $"http://127.0.0.1:{server.Port}/invocations"];
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (NotOk().Match(said) is { Success: true } errors)
            throw new InvalidOperationException($"{server.Name}: {errors.Value}");
        var p99 = P99().Match(said);
        return new(
            double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * (p99.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 }));
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();

    [GeneratedRegex(@"(Non-2xx or 3xx responses|Socket errors):.*")]
    private static partial Regex NotOk();
}
