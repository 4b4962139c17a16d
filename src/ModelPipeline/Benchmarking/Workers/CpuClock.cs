using System.Runtime.InteropServices;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>
/// The processor time that was used, in nanoseconds: it stands still while the operating system runs something else. Linux only.
/// Source: clock_gettime(2), CLOCK_PROCESS_CPUTIME_ID and CLOCK_THREAD_CPUTIME_ID.
/// </summary>
internal static class CpuClock
{
    private const int ProcessClock = 2;
    private const int ThreadClock = 3;

    /// <summary>Whether this system has the clocks.</summary>
    public static bool IsThere { get; } = OperatingSystem.IsLinux();

    /// <summary>Whether they tell what an engine's work takes: they don't where a program does it, for which this process only waits.</summary>
    public static bool Covers(IModelEngine engine) => IsThere && !engine.StartsPrograms;

    /// <summary>What the calling thread has used.</summary>
    public static long Thread => Read(ThreadClock);

    /// <summary>What all threads of the process have used.</summary>
    public static long Process => Read(ProcessClock);

    private static long Read(int clock) => ClockGetTime(clock, out var time) == 0
        ? (time.Seconds * 1_000_000_000L) + time.Nanoseconds
        : throw new InvalidOperationException($"The system has no clock {clock}.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
