using ModelPipeline.Figures;

namespace ModelPipeline.Tests.Figures;

public sealed class DifferenceFigureTests
{
    private static readonly double[] Even = [.. Enumerable.Range(-500, 1001).Select(row => row * 1e-4)];

    [Fact]
    public void Rows_outside_the_tolerance_are_counted()
    {
        var texts = Draw(Even, 0.02).Texts();

        texts[^1].ShouldBe("1,001 rows; outside the tolerance of 0.0200: 600");
        texts.ShouldContain("candidate − champion (probability)");
    }

    [Fact]
    public void A_few_far_away_do_not_squeeze_the_rest_and_what_is_no_number_is_told()
    {
        var figure = Draw([.. Even, 1e9, -1e9, double.NaN, double.NegativeInfinity], 0.02);

        figure.Texts()[^1].ShouldBe("1,005 rows; outside the tolerance of 0.0200: 602; beyond the axis: 2; no number: 2");
        figure.Shapes("rect").Count(bar => bar.Attribute("fill")!.Value == Palette.Blue).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void A_single_row_is_seen_beside_thousands() =>
        Draw([.. new double[100_000], 0.5], 1).Shapes("rect").Where(bar => bar.Attribute("fill")!.Value == Palette.Blue)
            .Select(bar => bar.Number("height")).Min().ShouldBeGreaterThanOrEqualTo(1.5);

    [Theory]
    [InlineData(0)]
    [InlineData(1e-310)]
    [InlineData(0.02)]
    [InlineData(1.7e308)]
    public void Equal_scores_are_one_bar_in_the_middle(double tolerance)
    {
        var bar = Draw(new double[100], tolerance).Shapes("rect").Single(bar => bar.Attribute("fill")!.Value == Palette.Blue);

        (bar.Number("x") + bar.Number("width") / 2).ShouldBe(350, 0.1);
    }

    [Fact]
    public void Differences_of_any_size_are_drawn()
    {
        Draw([1.7e308, -1.7e308, 5e-324], 0.02);
        Draw([5e-324, -5e-324], 0);
    }

    [Fact]
    public void Without_a_number_the_figure_says_so()
    {
        Draw([], 0.02).Texts()[^1].ShouldBe("There are no rows.");
        Draw([double.NaN, double.NaN], 0.02).Texts()[^1].ShouldBe("No difference is a number: 2 rows.");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_tolerance_that_is_none_is_refused(double tolerance) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DifferenceFigure.Draw([1], tolerance, "probability"));

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void A_hostile_unit_stays_text(string unit) => new Func<string>(() => DifferenceFigure.Draw(Even, 0.02, unit)).ShouldBeFigure();

    private static System.Xml.Linq.XElement Draw(double[] differences, double tolerance) =>
        new Func<string>(() => DifferenceFigure.Draw(differences, tolerance, "probability")).ShouldBeFigure();
}
