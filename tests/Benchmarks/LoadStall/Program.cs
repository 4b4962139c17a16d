using System.Globalization;
using LoadStall;
using ModelPipeline.Specs;

var serves = args is [StallingServer.Verb, ..];
if (StallSetting.Of(serves ? args[1..] : args) is not { } setting)
{
    Console.Error.WriteLine("Run this as: dotnet run -c Release --project tests/Benchmarks/LoadStall -- [--period 2] [--rate 500] [--seconds 20]");
    return 2;
}

if (serves)
{
    await StallingServer.RunAsync(setting, TimeProvider.System);
    return 0;
}

var scratch = Directory.CreateTempSubdirectory("load-stall-").FullName;
try
{
    using var server = await ServerProcess.StartAsync(setting);
    Print($"a stall of {setting.StallMs} ms every {setting.Period} s, {setting.Rate} requests/s for {setting.Seconds} s: the p99 is {setting.ComputedP99Ms:0.#} ms by computation");
    var failed = false;
    foreach (var arrivals in new[] { Arrivals.Constant, Arrivals.Poisson })
    {
        var ours = await Ours.RunAsync(server.Address, setting, arrivals, TimeProvider.System);
        var p99 = ours.Latency.PercentileMs(0.99);
        var off = p99 / setting.ComputedP99Ms - 1;
        failed |= !(Math.Abs(off) <= 0.05);
        Print($"LoadTest, {arrivals}: p50 {ours.Latency.PercentileMs(0.5):0.0}, p99 {p99:0.0} ({off:+0.0%;-0.0%}), max {ours.Latency.MaxMs:0.0} ms; {ours.Due} requests, {ours.Errors} errors, send lag p50 {ours.Lag.PercentileMs(0.5):0.00}, p99 {ours.Lag.PercentileMs(0.99):0.00} ms");
    }

    var autocannon = new Autocannon(scratch);
    if (await autocannon.InstallAsync() is { } reason)
    {
        Console.WriteLine($"autocannon cannot be installed: {reason}");
        return 1;
    }

    var closed = await autocannon.MeasureAsync(server.Address, setting);
    Print($"autocannon, 10 connections: p50 {closed.P50}, p99 {closed.P99}, max {closed.Max} ms; {closed.Requests} requests");
    var rate = setting.Rate.ToString(CultureInfo.InvariantCulture);
    var paced = await autocannon.MeasureAsync(server.Address, setting, "-R", rate);
    Print($"autocannon, 10 connections at {rate} requests/s, its latencies filled in: p50 {paced.P50}, p99 {paced.P99}, max {paced.Max} ms; {paced.Requests} requests");
    return failed ? 1 : 0;
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
