using System.Diagnostics;
using System.Globalization;
using BatchScoring;
using ModelPipeline.BatchScoring;

const int BlockRows = 1 << 16;
const int Blocks = 32;
const int FileRows = 1_000_000;

if (args is ["--memory", var models, var name, var count])
{
    using var sample = new Sample(models, name);
    await ScoreAsync(sample, sample.File(int.Parse(count, CultureInfo.InvariantCulture)), 3);
    using var process = Process.GetCurrentProcess();
    Console.WriteLine(process.PeakWorkingSet64);
    return 0;
}

foreach (var model in new[] { "churn", "diamonds" })
{
    using var sample = new Sample(args[0], model);
    var block = sample.Rows(BlockRows);
    Print($"{model}: columns to scores, one core: {Median(() => ScoreBlocks(sample, block)):N0} rows/s");
    var file = sample.File(FileRows);
    foreach (var threads in new[] { 1, 3 })
    {
        var figures = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var started = Stopwatch.GetTimestamp();
            await ScoreAsync(sample, file, threads);
            figures.Add(FileRows / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        Print($"{model}: CSV to CSV, {threads} part(s) at once, {new FileInfo(file).Length / 1e6:N0} MB: {figures.Order().ElementAt(2):N0} rows/s");
    }

    foreach (var rows in new[] { 1_000_000, 5_000_000 })
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--memory", args[0], model, rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        Print($"{model}: peak working set, {rows:N0} rows: {long.Parse(await child.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture) / 1048576.0:N1} MiB");
        await child.WaitForExitAsync();
    }
}

return 0;

static async Task ScoreAsync(Sample sample, string file, int threads) => await BatchScorer.ScoreAsync(
    sample.Bundle, sample.Scorer, new BatchScoringOptions { Input = file, Output = sample.Output, Threads = threads }, new Silent(), CancellationToken.None);

static double ScoreBlocks(Sample sample, ModelPipeline.Data.Table block)
{
    var started = Stopwatch.GetTimestamp();
    for (var i = 0; i < Blocks; i++)
        sample.Scorer.Score(block, CancellationToken.None);
    return (double)Blocks * BlockRows / Stopwatch.GetElapsedTime(started).TotalSeconds;
}

static double Median(Func<double> measure) => Enumerable.Range(0, 7).Select(_ => measure()).Order().ElementAt(3);

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
