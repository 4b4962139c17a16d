using System.Globalization;

namespace ModelPipeline.XGBoost.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Tasks => ["binary", "multiclass", "regression"];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void One_and_eight_threads_give_the_same_bytes(string task)
    {
        var problem = ProblemOf(task, 20_000);
        var one = problem.Bytes(threads: 1);
        foreach (var t in new[]{2,3,4,8}) {
            var other = problem.Bytes(threads: t);
            Console.WriteLine($"{task} {t} {other.AsSpan().SequenceEqual(one)}"); }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Equal_requests_give_equal_bytes(string task)
    {
        var problem = ProblemOf(task, 3000).With("subsample", 0.7).With("colsample_bytree", 0.5).With("early_stopping_rounds", 3L);

        problem.Bytes().ShouldBe(problem.Bytes());
    }

    [Fact]
    public void The_seed_changes_what_is_drawn()
    {
        var problem = ProblemOf("binary", 3000).With("subsample", 0.5);

        problem.Bytes().ShouldNotBe((problem with { Seed = 8 }).Bytes());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_no_byte(string culture)
    {
        var expected = Samples.MixedBinary(200).Bytes();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Samples.MixedBinary(200).Bytes().ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Problem ProblemOf(string task, int rows) => task switch
    {
        "binary" => Samples.MixedBinary(rows),
        "multiclass" => Samples.MixedMulticlass(rows),
        _ => Samples.MixedRegression(rows),
    };
}
