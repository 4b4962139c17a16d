namespace ModelPipeline.Benchmarking.Workers;

/// <summary>The runtime's settings in a worker: the same on both sides, and chosen so that restarts differ little.</summary>
internal static class WorkerEnvironment
{
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["DOTNET_GCHeapHardLimit"] = "40000000", // 1 GB, in hexadecimal: a model that needs more dies by itself
        ["DOTNET_PROCESSOR_COUNT"] = "1", // a worker has one core, which its thread pool should know
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCgen0size"] = "400000", // 4 MB, in hexadecimal: what the default is depends on the processor's cache
        ["DOTNET_gcConcurrent"] = "0", // collections on the scoring thread, whose time is measured
        ["DOTNET_TieredPGO"] = "0", // what a profile happens to see differs from start to start
        ["DOTNET_TC_CallCountingDelayMs"] = "1", // optimised code soon, without waiting for idle time
    };
}
