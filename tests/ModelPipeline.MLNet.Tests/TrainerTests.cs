using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests;

public sealed class TrainerTests
{
    private static readonly MLNetEngine Engine = new();

    public static TheoryData<string, ModelTask> TrainersOfTasks =>
    [
        .. Engine.Trainers.SelectMany(trainer => trainer.Tasks.Select(task => new TheoryDataRow<string, ModelTask>(trainer.Name, task))),
    ];

    [Theory]
    [MemberData(nameof(TrainersOfTasks))]
    public void A_trainer_learns_what_can_be_learnt(string trainer, ModelTask task)
    {
        var (learnt, unseen) = (Problem.Of(task), Problem.Of(task, seed: 2));

        using var model = Engine.Train(learnt.Request(Engine, trainer), TestContext.Current.CancellationToken);
        var scores = model.Scorer.Score(unseen.Rows, TestContext.Current.CancellationToken);

        Quality(scores, unseen.Labels).ShouldBeGreaterThan(trainer == "lbfgs-poisson-regression" ? 0.80 : 0.90);
    }

    [Theory]
    [MemberData(nameof(TrainersOfTasks))]
    public void Equal_requests_save_equal_bytes(string trainer, ModelTask task)
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        Train(first);
        Train(second);

        File.ReadAllBytes(second.Model).ShouldBe(File.ReadAllBytes(first.Model));
        File.ReadAllBytes(second.Document).ShouldBe(File.ReadAllBytes(first.Document));

        void Train(TemporaryFolder folder)
        {
            using var model = Engine.Train(Problem.Of(task).Request(Engine, trainer), TestContext.Current.CancellationToken);
            model.Save(folder.Path);
        }
    }

    [Theory]
    [MemberData(nameof(TrainersOfTasks))]
    public void A_saved_model_scores_as_it_did(string trainer, ModelTask task)
    {
        using var folder = new TemporaryFolder();
        var problem = Problem.Of(task);

        using var model = Engine.Train(problem.Request(Engine, trainer), TestContext.Current.CancellationToken);
        model.Save(folder.Path);
        using var loaded = new MLNetEngine().Load(folder.Path, problem.Signature);

        loaded.Score(problem.Rows, TestContext.Current.CancellationToken).Values.ToArray()
            .ShouldBe(model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken).Values.ToArray());
    }

    /// <summary>The share of right classes, or the coefficient of determination.</summary>
    private static double Quality(Scores scores, Labels labels)
    {
        if (labels.Classes.Count > 0)
            return Enumerable.Range(0, scores.Rows).Average(row => PredictedClass.Of(scores.Row(row)) == labels.Codes[row] ? 1.0 : 0);
        var numbers = labels.Numbers.ToArray();
        var mean = numbers.Average();
        return 1 - (numbers.Index().Sum(label => Math.Pow(label.Item - scores.Values[label.Index], 2)) / numbers.Sum(label => Math.Pow(label - mean, 2)));
    }
}
