namespace ModelPipeline.XGBoost.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Tasks => ["binary", "multiclass", "regression"];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Rows_and_columns_drawn_by_chance_are_drawn_alike(string task)
    {
        var problem = ProblemOf(task, 1000).With("subsample", 0.7).With("colsample_bytree", 0.5).With("early_stopping_rounds", 3L);

        problem.Bytes().ShouldBe(problem.Bytes());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void One_and_four_threads_give_the_same_bytes(string task)
    {
        var problem = ProblemOf(task, 5000);

        problem.Bytes(threads: 4).ShouldBe(problem.Bytes(threads: 1));
    }

    [Fact]
    public void The_seed_changes_what_is_drawn()
    {
        var problem = ProblemOf("binary", 1000).With("subsample", 0.5);

        problem.Bytes().ShouldNotBe((problem with { Seed = 8 }).Bytes());
    }

    private static Problem ProblemOf(string task, int rows) => task switch
    {
        "binary" => Samples.MixedBinary(rows),
        "multiclass" => Samples.MixedMulticlass(rows),
        _ => Samples.MixedRegression(rows),
    };
}
