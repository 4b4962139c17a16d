using System.Runtime.InteropServices;

namespace ModelPipeline.LoadTesting.Sending;

/// <summary>
/// Sleeps the calling thread until a moment: on Linux and macOS to about 0.1 ms, without keeping a processor busy; on Windows to about 1 ms where its timer allows.
/// Source: nanosleep(2).
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class SleepingPacer(TimeProvider clock) : IPacer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public void WaitUntil(long due, CancellationToken cancellation)
    {
        for (var left = Left(due); left > TimeSpan.Zero; left = Left(due))
        {
            cancellation.ThrowIfCancellationRequested();
            Sleep(left < Longest ? left : Longest);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private TimeSpan Left(long due) => clock.GetElapsedTime(clock.GetTimestamp(), due);

    private static void Sleep(TimeSpan time)
    {
        if (OperatingSystem.IsWindows())
            Thread.Sleep(time);
        else
            _ = NanoSleep(new Time { Nanoseconds = (nint)(time.Ticks * TimeSpan.NanosecondsPerTick) }, 0);
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int NanoSleep(in Time time, nint left);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
