using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Differential;

public sealed class LabelShiftTests
{
    [Fact]
    public void The_same_labels_have_not_shifted()
    {
        var check = Judge(Classes(("no", 75), ("yes", 25)), Classes(("no", 75), ("yes", 25)));

        (check.Name, check.Status, check.Required, check.Observed, check.Limit).ShouldBe(("label_shift", Status.Passed, true, 0, 0.1 + 1 * (1.0 / 100 + 1.0 / 100)));
        check.Reason.ShouldBe("the population stability index of the training labels' classes to the champion's is 0.0000, within the allowed 0.1200");
    }

    [Fact]
    public void As_many_rows_more_of_each_class_are_no_shift() =>
        Judge(Classes(("no", 75), ("yes", 25)), Classes(("no", 750), ("yes", 250))).Observed!.Value.ShouldBe(2.6319902405017224e-05, 1e-12);

    [Fact]
    public void A_class_that_doubled_has_shifted()
    {
        var check = Judge(Classes(("no", 75), ("yes", 25)), Classes(("no", 50), ("yes", 50)));

        check.Status.ShouldBe(Status.Failed);
        check.Observed!.Value.ShouldBe(0.2686767831907422, 1e-12);
        check.Reason.ShouldEndWith("is 0.2687, more than the allowed 0.1200");
    }

    [Fact]
    public void A_class_that_vanished_counts() =>
        Judge(Classes(("a", 50), ("b", 30), ("c", 20)), Classes(("a", 70), ("b", 30))).Observed!.Value.ShouldBe(0.7974800867470379, 1e-12);

    [Fact]
    public void A_class_that_is_new_counts() =>
        Judge(Classes(("a", 50), ("b", 50)), Classes(("a", 40), ("b", 40), ("c", 20))).Observed!.Value.ShouldBe(0.7752203800735229, 1e-12);

    [Fact]
    public void The_order_of_the_classes_makes_no_difference() =>
        Judge(Classes(("a", 75), ("b", 25)), Classes(("a", 25), ("b", 75))).Observed!.Value
            .ShouldBe(Judge(Classes(("b", 25), ("a", 75)), Classes(("b", 75), ("a", 25))).Observed!.Value, 1e-12);

    [Theory]
    [InlineData(2, 0.5, Status.Failed)]
    [InlineData(0, 0.5, Status.Failed)]
    [InlineData(1.6, 0.3, Status.Passed)]
    [InlineData(1, 0, Status.Passed)]
    public void Numbers_shift_by_their_mean_in_standard_deviations_of_the_champions(double mean, double shift, Status status)
    {
        var check = Judge(Numbers(1, 2), Numbers(mean, 9));

        check.Status.ShouldBe(status);
        check.Observed!.Value.ShouldBe(shift, 1e-12);
        check.Limit!.Value.ShouldBe(Math.Sqrt(0.1));
    }

    [Fact]
    public void The_specs_limit_counts_before_the_custom()
    {
        var limits = new DifferentialLimits { LabelShift = 0.3 };

        Judge(Classes(("no", 75), ("yes", 25)), Classes(("no", 50), ("yes", 50)), limits).Status.ShouldBe(Status.Passed);
        Judge(Numbers(1, 2), Numbers(1.62, 2), limits).Status.ShouldBe(Status.Failed);
        Judge(Numbers(1, 2), Numbers(1.62, 2), limits).Reason.ShouldEndWith("from the champion's 0.3100, more than the allowed 0.3000");
    }

    [Fact]
    public void A_limit_is_allowed_itself() => Judge(Numbers(1, 2), Numbers(2, 2), new DifferentialLimits { LabelShift = 0.5 }).Status.ShouldBe(Status.Passed);

    public static TheoryData<string> Unknown => ["no spread", "no mean", "no rows before", "no rows after", "another type"];

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Labels_whose_spread_is_not_known_are_an_error(string name)
    {
        var check = name switch
        {
            "no spread" => Judge(Numbers(1, 0), Numbers(1, 2)),
            "no mean" => Judge(Numbers(1, 2), Numbers(1, 2) with { Mean = null }),
            "no rows before" => Judge(Classes(), Classes(("no", 1), ("yes", 1))),
            "no rows after" => Judge(Classes(("no", 1), ("yes", 1)), Classes()),
            _ => Judge(Numbers(1, 2), Classes(("no", 1))),
        };

        check.Status.ShouldBe(Status.Error);
        check.Observed.ShouldBeNull();
        check.Reason.ShouldBe("the bundles do not say how the training labels are spread");
    }

    [Fact]
    public void A_shift_beyond_all_numbers_fails_and_is_no_number_of_evidence()
    {
        var check = Judge(Numbers(-1e308, 1e-300), Numbers(1e308, 1));

        check.Status.ShouldBe(Status.Failed);
        check.Observed.ShouldBeNull();
    }

    private static Check Judge(ColumnStatistics champion, ColumnStatistics candidate, DifferentialLimits? limits = null)
    {
        var comparison = Compared.Of([Compared.Age()], [Compared.Age()], manifest => manifest with { Data = manifest.Data with { Label = candidate } });
        var before = comparison.Champion.Manifest;
        return LabelShift.Judge(
            comparison with { Champion = new("nowhere", Digest.Of("champion"), before with { Data = before.Data with { Label = champion } }) }, limits ?? new DifferentialLimits());
    }

    private static CategoricalStatistics Classes(params (string Name, int Rows)[] classes) => new("y", classes.Sum(item => item.Rows), 0)
    {
        Distinct = classes.Length,
        Categories = [.. classes.Select(item => new CategoryCount(item.Name, item.Rows))],
    };

    private static NumericStatistics Numbers(double mean, double deviation) => new("y", 100, 0) { Mean = mean, StandardDeviation = deviation };
}
