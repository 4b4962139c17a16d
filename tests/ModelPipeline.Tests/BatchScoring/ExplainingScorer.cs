using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.BatchScoring;

/// <summary>The scorer of a batch, which explains a row by <c>x</c> and 1 for the plan, beside a base of 0.25.</summary>
internal sealed class ExplainingScorer(Batch batch) : IExplainingScorer
{
    public Scores Score(Table rows, CancellationToken cancellation) => batch.Score(rows, cancellation);

    public Contributions Contribute(Table rows, CancellationToken cancellation) =>
        new(["x", "plan"], [0.25], [.. ((NumericColumn)rows["x"]).Values.ToArray().SelectMany(x => new[] { x, 1.0 })]);

    public void Dispose() => batch.Dispose();
}
