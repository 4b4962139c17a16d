using System.Globalization;
using System.Runtime.ExceptionServices;
using ModelPipeline.Data;
using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Explanation;

/// <summary>
/// Measures permutation importance. All features are shuffled in the same few ways, which depend on the seed and the number of rows alone.
/// Source: L. Breiman, Random Forests, Machine Learning 45, 2001; A. Fisher, C. Rudin, F. Dominici, All Models are Wrong, but Many are Useful, JMLR 20, 2019.
/// </summary>
/// <param name="scorer">The model.</param>
/// <param name="features">The rows, at least all inputs of the model.</param>
/// <param name="labels">The true answers of the same rows; none is missing.</param>
/// <param name="task">What the model predicts.</param>
/// <param name="seed">The seed of the shuffling.</param>
internal sealed class ImportanceMeter(IScorer scorer, Table features, Labels labels, ModelTask task, long seed)
{
    private const int Repeats = 5;

    /// <summary>Of how many rows at least shuffling changes anything.</summary>
    private const int LeastRows = 2;

    /// <summary>Measures every feature; several at a time, with the same result.</summary>
    /// <param name="scores">What the model says of the rows as they are.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public PermutationImportance Measure(Scores scores, IProgress<string> progress, CancellationToken cancellation)
    {
        var baseline = LossOf(scores);
        var orders = Orders();
        var measured = new FeatureImportance[features.Columns.Count];
        var (telling, done) = (new Lock(), 0);
        try
        {
            Parallel.For(0, measured.Length, new ParallelOptions { CancellationToken = cancellation }, feature =>
            {
                measured[feature] = Measure(features.Columns[feature], baseline, orders, cancellation);
                lock (telling)
                    progress.Report(string.Create(CultureInfo.InvariantCulture, $"permutation importance, {++done} of {measured.Length} features"));
            });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return new(MainLoss.NameOf(task), Known(baseline), labels.Count, Repeats, [.. measured.OrderByDescending(feature => feature.Mean ?? double.NegativeInfinity)]);
    }

    private FeatureImportance Measure(Column column, double baseline, int[][] orders, CancellationToken cancellation)
    {
        double[] growths = [.. orders.Select(order => LossOf(scorer.Score(With(column.Select(order)), cancellation)) - baseline)];
        var mean = labels.Count < LeastRows ? double.NaN : CompensatedSum.Of(growths) / Repeats;
        var squares = CompensatedSum.Of(Array.ConvertAll(growths, growth => (growth - mean) * (growth - mean)));
        return new(column.Name, Known(mean), Known(Math.Sqrt(squares / (Repeats - 1))));
    }

    private double LossOf(Scores scores) => MainLoss.Of(ScoredRows.Of(labels, scores, task));

    private Table With(Column shuffled) => new([.. features.Columns.Select(column => column.Name == shuffled.Name ? shuffled : column)]);

    private int[][] Orders() => [.. Enumerable.Range(0, Repeats).Select(repeat => Shuffle.Order(labels.Count, new SeededRandom(seed, repeat)))];

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
