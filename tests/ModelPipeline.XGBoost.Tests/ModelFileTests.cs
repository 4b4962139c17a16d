using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Tests;

public sealed class ModelFileTests
{
    [Fact]
    public void A_loaded_model_scores_the_same_bits()
    {
        foreach (var problem in new[] { Samples.MixedBinary(500), Samples.MixedMulticlass(500), Samples.MixedRegression(500) })
        {
            using var folder = new TemporaryFolder();
            using var model = problem.Train();
            model.Save(folder.Path);

            using var loaded = new XGBoostEngine().Load(folder.Path, problem.Signature);

            var unseen = new Table(Samples.Mixed(5000, seed: 9));
            loaded.Score(unseen, TestContext.Current.CancellationToken).Values.ToArray()
                .ShouldBe(model.Scorer.Score(unseen, TestContext.Current.CancellationToken).Values.ToArray());
        }
    }
}
