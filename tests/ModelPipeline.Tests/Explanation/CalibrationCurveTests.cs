using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Explanation;
using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Explanation;

public sealed class CalibrationCurveTests
{
    // Probabilities on a coarse grid, so that ties are common.
    private static readonly Arbitrary<(int Label, int Score)[]> Rows = Gen.Choose(0, 1)
        .SelectMany(label => Gen.Choose(0, 30).Select(score => (label, score)))
        .ArrayOf()
        .ToArbitrary();

    [Fact]
    public void A_bin_has_the_mean_probability_the_share_that_came_true_and_its_Wilson_interval()
    {
        double[] probabilities = [.. Enumerable.Range(0, 20).Select(row => row / 20.0)];
        int[] codes = [.. Enumerable.Range(0, 20).Select(row => row == 1 || row > 10 ? 1 : 0)];

        var bins = CalibrationCurve.Of(Given.BinaryRows(codes, probabilities));

        bins.Count.ShouldBe(10);
        bins.ShouldAllBe(bin => bin.Rows == 2);
        var (low, high) = WilsonInterval.Of(1, 2);
        bins[0].ShouldBe(new(2, 0.025, 0.5, low, high));
        bins[9].Observed.ShouldBe(1);
    }

    [Fact]
    public void Of_several_classes_it_is_the_predicted_one_that_counts()
    {
        var bins = CalibrationCurve.Of(Given.MulticlassRows(3, [2, 0, 1], 0.2, 0.1, 0.7, 0.5, 0.3, 0.2, 0.9, 0.05, 0.05));

        bins.Select(bin => (bin.Predicted, bin.Observed)).ShouldBe([(0.5, 1), (0.7, 1), (0.9, 0)]);
    }

    [Fact]
    public void Equal_probabilities_are_one_bin() =>
        CalibrationCurve.Of(Given.BinaryRows([.. Enumerable.Range(0, 50).Select(row => row % 2)], [.. Enumerable.Repeat(0.3, 50)]))
            .ShouldHaveSingleItem().Rows.ShouldBe(50);

    [Fact]
    public void Every_row_is_in_one_bin_bins_ascend_and_the_order_of_rows_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Rows, rows =>
    {
        var bins = BinsOf(rows);

        bins.Sum(bin => bin.Rows).ShouldBe(rows.Length);
        bins.Count.ShouldBeLessThanOrEqualTo(10);
        bins.Zip(bins.Skip(1)).ShouldAllBe(pair => pair.First.Predicted < pair.Second.Predicted);
        bins.ShouldAllBe(bin => bin.Rows > 0 && bin.Low <= bin.Observed && bin.Observed <= bin.High);
        BinsOf([.. rows.Reverse()]).ShouldBe(bins);
    }));

    private static IReadOnlyList<CalibrationBin> BinsOf((int Label, int Score)[] rows) =>
        CalibrationCurve.Of(Given.BinaryRows([.. rows.Select(row => row.Label)], [.. rows.Select(row => row.Score / 30.0)]));
}
