using System.Diagnostics;
using System.Globalization;

namespace LinearPeer;

/// <summary>How many rows a second one thread scores: the test rows repeated to a million.</summary>
internal static class Throughput
{
    private const int Rows = 1_000_000;
    private const int Rounds = 7;

    public static string Line(Sample sample, string folder)
    {
        using var model = new Ours(sample, folder).Train();
        var test = new Ours(sample, folder).TestFeatures();
        var rows = test.Select([.. Enumerable.Range(0, Rows).Select(row => row % test.Rows)]);
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            model.Scorer.Score(rows, CancellationToken.None);
            rates.Add(Rows / watch.Elapsed.TotalSeconds);
        }

        var one = test.Select([0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Scorer.Score(one, CancellationToken.None);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return string.Create(CultureInfo.InvariantCulture, $"  scoring, one thread   {rates.Order().ElementAt(Rounds / 2) / 1e6:0.0} M rows/s; one row allocates {bytes} bytes");
    }
}
