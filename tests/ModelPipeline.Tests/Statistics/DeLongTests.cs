using ModelPipeline.Statistics;
using ModelPipeline.Tests.Evaluation;

namespace ModelPipeline.Tests.Statistics;

public sealed class DeLongTests
{
    public static TheoryData<string> Cases => Reference.Names("delong");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Components_and_variances_equal_those_of_all_pairs(string name)
    {
        var item = Reference.Named("delong", name);
        var positives = item.Array<bool>("positives");

        var components = DeLong.Components(item.Array<double>("scores"), positives);
        var others = DeLong.Components(item.Array<double>("others"), positives);

        components.Auc.ShouldAgreeWith(item.Number("auc"), "auc");
        components.V10.ShouldBe(item.Array<double>("v10"), 1e-12);
        components.V01.ShouldBe(item.Array<double>("v01"), 1e-12);
        components.Variance.ShouldAgreeWith(item.Number("variance"), "variance");
        components.Covariance(others).ShouldAgreeWith(item.Number("covariance"), "covariance");
    }

    [Fact]
    public void It_equals_the_published_result_of_rated_images()
    {
        // Hanley and McNeil, Radiology 143, 1982, table I; area, standard error and interval as in the manual of Stata's roctab (DeLong by default).
        int[] normal = [33, 6, 6, 11, 2];
        int[] abnormal = [3, 2, 2, 11, 33];
        double[] scores = [.. Ratings(normal), .. Ratings(abnormal)];
        bool[] positives = [.. Ratings(normal).Select(_ => false), .. Ratings(abnormal).Select(_ => true)];

        var components = DeLong.Components(scores, positives);

        components.Auc.ShouldBe(0.8932, 5e-5);
        Math.Sqrt(components.Variance).ShouldBe(0.0307, 5e-5);
        components.Interval().Low.ShouldBe(0.83295, 5e-6);
        components.Interval().High.ShouldBe(0.95339, 5e-6);
    }

    [Fact]
    public void The_interval_stays_within_0_and_1() =>
        DeLong.Components([0.1, 0.2, 0.5, 0.4, 0.8, 0.9], [false, false, false, true, true, true]).Interval().High.ShouldBe(1);

    [Fact]
    public void One_row_of_a_class_has_no_variance() =>
        DeLong.Components([0.1, 0.2, 0.3], [false, true, false]).Interval().IsDefined.ShouldBeFalse();

    [Fact]
    public void Rows_of_one_class_or_of_other_lengths_are_refused()
    {
        Should.Throw<ArgumentException>(() => DeLong.Components([0.1, 0.2], [true, true])).Message.ShouldContain("both classes");
        Should.Throw<ArgumentException>(() => DeLong.Components([0.1, 0.2], [true])).Message.ShouldStartWith("There are 2 scores and 1 labels.");
        var (one, other) = (DeLong.Components([0.1, 0.2], [true, false]), DeLong.Components([0.1, 0.2, 0.3], [true, false, false]));
        Should.Throw<ArgumentException>(() => one.Covariance(other)).Message.ShouldStartWith("The two areas are of different rows.");
    }

    private static IEnumerable<double> Ratings(int[] counts) => counts.SelectMany((count, rating) => Enumerable.Repeat(rating + 1.0, count));
}
