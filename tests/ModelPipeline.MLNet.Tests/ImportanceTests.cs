using Microsoft.ML;
using ModelPipeline.Explanation;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.MLNet.Trainers;
using ModelPipeline.Specs;

namespace ModelPipeline.MLNet.Tests;

public sealed class ImportanceTests
{
    [Fact]
    public void Our_permutation_importance_ranks_features_as_that_of_Microsoft_ML_does()
    {
        var engine = new MLNetEngine();
        var problem = Problem.Of(ModelTask.Regression);
        var request = problem.Request(engine, "fast-tree");
        using var model = engine.Train(request, TestContext.Current.CancellationToken);

        var scores = model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken);
        var ours = new ImportanceMeter(model.Scorer, problem.Rows, problem.Labels, problem.Task, seed: 7)
            .Measure(scores, new Progress<string>(), TestContext.Current.CancellationToken)
            .Features.Select(feature => feature.Feature);

        // It measures columns of the vector: a column's importance is that of its feature where it is the feature's greatest.
        var context = new MLContext(7);
        var view = TableView.ForTraining(request, "Label", TestContext.Current.CancellationToken);
        var transformer = new FastTree().Estimator(context, request, "Label").Fit(view);
        var theirs = context.Regression.PermutationFeatureImportance(transformer, transformer.Transform(view), permutationCount: 5)
            .OrderByDescending(column => column.Value.RootMeanSquaredError.Mean)
            .Select(column => problem.Signature.Inputs.First(input => column.Key.Contains(input.Name, StringComparison.Ordinal)).Name)
            .Distinct();

        ours.ShouldBe(["strong", "colour", "noise"]);
        theirs.ShouldBe(ours);
    }
}
