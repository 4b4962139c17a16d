using System.Diagnostics;
using System.Globalization;

namespace DiffPeer;

/// <summary>The peak memory of one comparison in a process of its own.</summary>
internal static class Memory
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Compares once, and prints the largest managed heap and working set that were seen, in bytes.</summary>
    public static void MeasureHere(string old, string @new)
    {
        using var stop = new CancellationTokenSource();
        var heap = 0L;
        var sampler = new Thread(() =>
        {
            while (!stop.Token.WaitHandle.WaitOne(Pause))
                heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
        });
        sampler.Start();
        Ours.Changed(old, @new);
        stop.Cancel();
        sampler.Join();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heap} {process.PeakWorkingSet64}"));
    }

    /// <summary>Starts a process that measures.</summary>
    public static (double HeapMiB, double WorkingSetMiB) Of(Files files)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--memory", files.Old, files.New]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var figures = process.StandardOutput.ReadToEnd().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture) / (1 << 20)).ToList();
        process.WaitForExit();
        return (figures[0], figures[1]);
    }
}
