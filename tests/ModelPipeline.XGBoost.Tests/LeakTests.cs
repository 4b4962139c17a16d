using System.Diagnostics;
using System.Globalization;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>It measures the whole process, so that nothing else may run beside it.</summary>
[Collection(nameof(LeakTests))]
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
public sealed class LeakTests
{
    private const int Cycles = 10_000;
    private const long MostGrowth = 24L << 20;

    [Fact]
    public void Ten_thousand_trainings_and_scorings_leave_nothing_behind()
    {
        Library.Require();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "resident memory is read from /proc");
        var problem = Problem.Regression([1, 2, 3, 4, 5, 6, 7, 8], Columns.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8)).With("rounds", 2L);
        var rows = problem.Rows;
        Run(problem, rows, Cycles / 10);
        var (memory, handles) = (ResidentBytes(), Handles());

        Run(problem, rows, Cycles);

        (ResidentBytes() - memory).ShouldBeLessThan(MostGrowth);
        (Handles() - handles).ShouldBeLessThan(50);
    }

    private static void Run(Problem problem, Data.Table rows, int cycles)
    {
        var engine = new XGBoostEngine();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            using var model = engine.Train(problem.Request, TestContext.Current.CancellationToken);
            model.Scorer.Score(rows, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the process holds in memory after a collection.</summary>
    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture) << 10;
    }

    private static int Handles()
    {
        using var process = Process.GetCurrentProcess();
        return process.HandleCount;
    }
}
