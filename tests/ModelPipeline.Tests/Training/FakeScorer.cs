using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

/// <summary>Scores rows by their column <c>x</c>, every output alike.</summary>
internal sealed class FakeScorer(ModelSignature signature, Func<double, double> score) : IScorer
{
    public Scores Score(Table rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var values = ((NumericColumn)rows["x"]).Values.ToArray();
        return new Scores(signature.Outputs, [.. values.SelectMany(x => Enumerable.Repeat(score(x), signature.Outputs.Count))]);
    }

    public void Dispose()
    {
    }
}
