using ModelPipeline.Benchmarking;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>The program of the tests, which is a worker too.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is [BenchmarkWorker.Verb, .. var job]
        ? Task.FromResult(BenchmarkWorker.Run(job, new EngineCatalog([new XGBoostEngine(), new CredulousEngine()]), TimeProvider.System))
        : TestProgram.Main(args);
}
