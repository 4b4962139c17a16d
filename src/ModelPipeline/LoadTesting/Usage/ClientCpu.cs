using System.Diagnostics;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>The processor time of this process, of all its threads.</summary>
internal static class ClientCpu
{
    /// <summary>What it is now.</summary>
    public static TimeSpan Read()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
