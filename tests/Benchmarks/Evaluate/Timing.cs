using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Comparisons;

namespace Evaluate;

/// <summary>The median of five timings after a warm-up.</summary>
internal sealed class Timing(ComparedRows rows)
{
    private const int Rounds = 5;
    private readonly MetricDefinition[] _metrics = [.. MetricCatalog.Of(rows.Task)];

    public IEnumerable<string> Lines()
    {
        yield return Line("metrics of one model, no bootstrap", () => MetricEstimator.EstimateWithoutBootstrap(rows.Labels, rows.Candidate, rows.Task));
        yield return Line("metrics of two models, no bootstrap", () =>
        {
            MetricEstimator.EstimateWithoutBootstrap(rows.Labels, rows.Candidate, rows.Task);
            MetricEstimator.EstimateWithoutBootstrap(rows.Labels, rows.Champion!, rows.Task);
        });
        yield return Line("one model with all intervals", () => Compare(rows with { Champion = null }));
        yield return Line("two models with all intervals", () => Compare(rows));
    }

    private void Compare(ComparedRows compared) => MetricComparer.Compare(compared, _metrics, seed: 7, CancellationToken.None);

    private string Line(string what, Action work)
    {
        work();
        double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Milliseconds(work)).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Task,-25} {rows.Labels.Count:N0} rows  {what,-36} {times[Rounds / 2],8:N0} ms");
    }

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
