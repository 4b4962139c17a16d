namespace ModelPipeline.Benchmarking.Workers;

/// <summary>Measures what a piece of work takes.</summary>
/// <param name="clock">The wall clock.</param>
/// <param name="hasCpuClock">Whether processor time is measured; else wall time stands for it.</param>
/// <param name="slowDown">By which share to make the work slower, by spinning; 0 but for measuring what the benchmark finds.</param>
internal sealed class BlockMeter(TimeProvider clock, bool hasCpuClock, double slowDown = 0)
{
    public BlockTimes Measure(Action work)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = clock.GetTimestamp();
        var (thread, process) = (Thread(begun), Process(begun));
        work();
        if (slowDown > 0)
            SpinUntil(begun, thread + (long)((Thread(begun) - thread) * (1 + slowDown)));
        return new(
            Thread(begun) - thread, Process(begun) - process, Wall(begun), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private void SpinUntil(long begun, long end)
    {
        while (Thread(begun) < end)
            System.Threading.Thread.SpinWait(20);
    }

    private long Thread(long begun) => hasCpuClock ? CpuClock.Thread : Wall(begun);

    private long Process(long begun) => hasCpuClock ? CpuClock.Process : Wall(begun);

    private long Wall(long begun) => clock.GetElapsedTime(begun).Ticks * TimeSpan.NanosecondsPerTick;
}
