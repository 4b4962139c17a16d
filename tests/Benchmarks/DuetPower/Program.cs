using System.Globalization;
using DuetPower;
using ModelPipeline.Benchmarking;
using ModelPipeline.Linear;
using ModelPipeline.Training;

if (args is [BenchmarkWorker.Verb, ..])
    return BenchmarkWorker.Run(args[1..], new EngineCatalog([new LinearEngine()]), TimeProvider.System);

if (!Directory.Exists("models") || PowerOptions.Of(args) is not { } options)
{
    Console.Error.WriteLine("Run this in the repository's root: dotnet run -c Release --project tests/Benchmarks/DuetPower -- [--runs 40] [--slowdown 0.05] [--limit RATIO] [--model churn]");
    return 2;
}

var scratch = Directory.CreateTempSubdirectory("duet-power-").FullName;
try
{
    var champion = await Champion.TrainAsync(options.Model, scratch, CancellationToken.None);
    var limit = options.Limit.ToString("F4", CultureInfo.InvariantCulture);
    Console.WriteLine($"{options.Model}: a run is failed where latency or batch is, inconclusive where none is and one is inconclusive; the limit is {limit}");
    foreach (var share in new[] { 0, options.SlowDown })
        Console.WriteLine(await new PowerSeries(champion, options, share).RunAsync(Console.Error, CancellationToken.None));
    return 0;
}
finally
{
    Directory.Delete(scratch, recursive: true);
}
