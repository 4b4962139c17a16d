using System.Diagnostics;
using System.Text.Json;

namespace XGBoostPeer;

/// <summary>pandas and xgboost in a process of their own, which does one job for each line that it is sent.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    public Peer(string python, string folder) => _process = Process.Start(new ProcessStartInfo(python, [Script, folder])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public static string Script { get; } = Path.Combine("tests", "Benchmarks", "XGBoostPeer", "peer.py");

    public Result Run() => JsonSerializer.Deserialize<Result>(Ask("train"), Recipe.Json)!;

    /// <summary>Rows a second, by the way of scoring.</summary>
    public Dictionary<string, double> Throughput() => JsonSerializer.Deserialize<Dictionary<string, double>>(Ask("score"))!;

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string job)
    {
        _process.StandardInput.WriteLine(job);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("peer.py ended early; its message is above.");
    }
}
