using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests;

public sealed class LinearEngineTests
{
    [Fact]
    public void Versions_name_the_engine_and_its_mathematics_library()
    {
        var versions = new LinearEngine().Versions;

        versions.Keys.ShouldBe(["MathNet.Numerics", "ModelPipeline.Linear"]);
        versions["MathNet.Numerics"].ShouldBe("5.0.0");
        versions.Values.ShouldAllBe(version => version.Split('.', StringSplitOptions.None).Length == 3);
    }

    [Fact]
    public void Each_task_has_exactly_one_trainer()
    {
        var engine = new LinearEngine();

        engine.Name.ShouldBe("linear");
        engine.Trainers.SelectMany(trainer => trainer.Tasks.Select(task => (trainer.Name, task))).ShouldBe(
        [
            ("logistic-regression", ModelTask.BinaryClassification),
            ("multinomial-regression", ModelTask.MulticlassClassification),
            ("ridge-regression", ModelTask.Regression),
        ]);
    }

    [Fact]
    public void Every_default_lies_within_its_limits_and_has_the_type_of_its_kind()
    {
        foreach (var parameter in new LinearEngine().Trainers.SelectMany(trainer => trainer.Parameters))
        {
            parameter.Default!.GetType().ShouldBe(parameter.Kind == ParameterKind.Integer ? typeof(long) : typeof(double));
            Convert.ToDouble(parameter.Default).ShouldBeInRange(parameter.Minimum!.Value, parameter.Maximum!.Value);
        }
    }

    [Fact]
    public void A_trainer_of_another_task_is_refused_with_the_right_one() =>
        Should.Throw<TrainingException>(() => (Samples.TenMulticlass with { Trainer = "logistic-regression" }).Train())
            .Message.ShouldBe("Trainer 'logistic-regression' of engine 'linear' does not do this task: use 'multinomial-regression'.");

    [Fact]
    public void Rows_that_allow_no_model_are_refused_with_every_reason()
    {
        Should.Throw<TrainingException>(() => Problem.Regression([double.NaN, 1]).Train())
            .Message.ShouldBe("There is no feature: the data need a column beside the label, the key and the ignored ones. There is no training row. There are 0 rows and 2 labels. A label is missing or not finite: remove its row.");
    }

    [Fact]
    public void A_model_with_too_many_weights_is_refused_with_what_to_lower()
    {
        int[] labels = [.. Enumerable.Range(0, 2000)];
        string[] classes = [.. labels.Select(code => $"c{code:0000}")];
        var problem = new Problem(ModelTask.MulticlassClassification, [Columns.Texts("t", classes)], Labels.OfClasses(classes, labels));

        Should.Throw<TrainingException>(() => problem.With("max_categories", 1000L).Train())
            .Message.ShouldBe("The model would have 2002000 weights, more than 1000000: lower 'max_categories', or ignore features with many categories.");
    }
}
