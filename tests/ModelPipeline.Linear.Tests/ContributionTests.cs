using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Linear.Tests;

public sealed class ContributionTests
{
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    [InlineData(ModelTask.Regression)]
    public void What_features_add_to_the_base_is_what_the_score_comes_from(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = new LinearEngine().Train(new LinearEngineUnderTest().RequestOf(Sample.Of(task, 200)), _cancellation);
        var scores = model.Scorer.Score(unseen, _cancellation);

        var contributions = model.Scorer.ShouldBeAssignableTo<IExplainingScorer>()!.Contribute(unseen, _cancellation);

        contributions.Features.ShouldBe(unseen.Columns.Select(column => column.Name));
        for (var row = 0; row < unseen.Rows; row++)
        {
            double[] raw = [.. Enumerable.Range(0, scores.Outputs.Count).Select(output => contributions.RawScore(row, output))];
            Linked(task, raw).Zip(scores.Row(row).ToArray()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        }
    }

    private static double[] Linked(ModelTask task, double[] raw) => task switch
    {
        ModelTask.BinaryClassification => [.. raw.Select(score => 1 / (1 + Math.Exp(-score)))],
        ModelTask.MulticlassClassification => [.. raw.Select(score => Math.Exp(score) / raw.Sum(Math.Exp))],
        _ => raw,
    };
}
