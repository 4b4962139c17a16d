using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests.Recipes;

public sealed class RecipeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_users_recipe_is_a_trainer_with_its_parameters()
    {
        var engine = new MLNetEngine(new AveragedPerceptron());
        var problem = Problem.Of(ModelTask.BinaryClassification);

        using var model = engine.Train(problem.Request(engine, "averaged-perceptron", ("iterations", 20L)), Cancellation);

        var scores = model.Scorer.Score(problem.Rows, Cancellation);
        Enumerable.Range(0, scores.Rows).Count(row => PredictedClass.Of(scores.Row(row)) == problem.Labels.Codes[row]).ShouldBeGreaterThan(scores.Rows * 9 / 10);
    }

    [Fact]
    public void A_model_of_Microsofts_own_parts_needs_no_recipe_to_score()
    {
        var engine = new MLNetEngine(new AveragedPerceptron());
        var problem = Problem.Of(ModelTask.BinaryClassification);
        using var folder = Saved(engine, problem, "averaged-perceptron", out var scores);

        using var loaded = new MLNetEngine().Load(folder.Path, problem.Signature);

        loaded.Score(problem.Rows, Cancellation).Values.ToArray().ShouldBe(scores);
    }

    [Fact]
    public void A_recipe_may_have_code_of_its_own_in_the_model()
    {
        var engine = new MLNetEngine(new SquaredStrong("square"));
        var problem = Problem.Of(ModelTask.Regression);
        using var folder = Saved(engine, problem, "squared-strong", out var scores);

        using var loaded = engine.Load(folder.Path, problem.Signature);

        loaded.Score(problem.Rows, Cancellation).Values.ToArray().ShouldBe(scores);
    }

    [Fact]
    public void A_model_whose_code_the_program_lacks_is_refused_with_the_recipes_name()
    {
        var problem = Problem.Of(ModelTask.Regression);
        using var folder = Saved(new MLNetEngine(new SquaredStrong("no such contract")), problem, "squared-strong", out _);

        Should.Throw<InvalidDataException>(() => new MLNetEngine().Load(folder.Path, problem.Signature))
            .Message.ShouldEndWith("It was trained by the recipe 'squared-strong', which this program does not have: give it to the engine.");
    }

    [Fact]
    public void A_recipe_without_a_score_is_refused()
    {
        var engine = new MLNetEngine(new Scoreless());

        Should.Throw<TrainingException>(() => engine.Train(Problem.Of(ModelTask.BinaryClassification).Request(engine, "scoreless"), Cancellation))
            .Message.ShouldBe("Recipe 'scoreless' gives no model: it has no output 'Probability'.");
    }

    [Fact]
    public void A_recipes_assembly_is_among_the_versions() =>
        new MLNetEngine(new AveragedPerceptron()).Versions.Keys
            .ShouldBe(["Microsoft.ML", "Microsoft.ML.FastTree", "ModelPipeline.MLNet", "ModelPipeline.MLNet.Tests"]);

    [Fact]
    public void Two_recipes_of_one_name_are_refused() =>
        Should.Throw<ArgumentException>(() => new MLNetEngine(new AveragedPerceptron(), new AveragedPerceptron()))
            .Message.ShouldStartWith("Two recipes have the name 'averaged-perceptron'.");

    private static TemporaryFolder Saved(MLNetEngine engine, Problem problem, string trainer, out double[] scores)
    {
        var folder = new TemporaryFolder();
        using var model = engine.Train(problem.Request(engine, trainer), Cancellation);
        model.Save(folder.Path);
        scores = model.Scorer.Score(problem.Rows, Cancellation).Values.ToArray();
        return folder;
    }
}
