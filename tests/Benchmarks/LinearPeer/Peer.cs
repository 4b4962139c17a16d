using System.Diagnostics;
using System.Text.Json;

namespace LinearPeer;

/// <summary>scikit-learn in a process of its own, which trains once for each line that it is sent.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    public Peer(string python, string folder) => _process = Process.Start(new ProcessStartInfo(python, [Script, folder])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public static string Script { get; } = Path.Combine("tests", "Benchmarks", "LinearPeer", "peer.py");

    public Result Run()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("peer.py ended early; its message is above.");
        return JsonSerializer.Deserialize<Result>(line, Json.Options)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
