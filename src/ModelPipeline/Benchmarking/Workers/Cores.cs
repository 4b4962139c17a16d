using System.Globalization;
using System.Runtime.InteropServices;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>The processor cores that this process may use. Linux only: elsewhere there are none to choose from. Source: sched_setaffinity(2).</summary>
internal static class Cores
{
    private const int MaskBytes = 128;
    private const int NoSuchThread = 3; // ESRCH: the thread ended in between

    /// <summary>The numbers of the cores; empty where they cannot be told.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        var mask = new byte[MaskBytes];
        return OperatingSystem.IsLinux() && GetAffinity(0, MaskBytes, mask) >= 0
            ? [.. Enumerable.Range(0, MaskBytes * 8).Where(core => (mask[core / 8] & (1 << (core % 8))) != 0)]
            : [];
    }

    /// <summary>Moves every thread of this process to a core; threads that they start stay there too.</summary>
    /// <param name="core">The core's number.</param>
    /// <returns>Whether it could be done.</returns>
    public static bool Pin(int core)
    {
        if (!OperatingSystem.IsLinux() || core is < 0 or >= MaskBytes * 8)
            return false;
        var mask = new byte[MaskBytes];
        mask[core / 8] = (byte)(1 << (core % 8));
        return Threads().ToList().TrueForAll(thread => SetAffinity(thread, MaskBytes, mask) == 0 || Marshal.GetLastPInvokeError() == NoSuchThread);
    }

    private static IEnumerable<int> Threads() =>
        Directory.EnumerateDirectories("/proc/self/task").Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture));

    [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static extern int GetAffinity(int thread, nint bytes, byte[] mask);

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static extern int SetAffinity(int thread, nint bytes, byte[] mask);
}
