using ModelPipeline.Figures;

namespace ModelPipeline.Tests.Figures;

public sealed class RatioFigureTests
{
    [Fact]
    public void A_row_tells_its_ratio_interval_and_limit()
    {
        var texts = Draw(
            new RatioRow("latency", 1.02, 0.97, 1.08, 1.1),
            new RatioRow("memory", 0.8, double.NaN, double.NaN, 1.25),
            new RatioRow("size", 1, 1, 1, double.NaN),
            new RatioRow("train", double.NaN, double.NaN, double.NaN, 1.5)).Texts();

        string[] told = ["latency", "1.02 [0.970, 1.08], limit 1.10", "memory", "0.800, limit 1.25", "size", "1.00 [1.00, 1.00]", "train", "undefined"];
        told.ShouldBeSubsetOf(texts);
    }

    [Fact]
    public void Greater_ratios_lie_further_right_and_equal_to_the_champion_is_marked()
    {
        var figure = Draw(new("a", 0.5, 0.4, 0.6, 1.1), new("b", 1, 0.9, 1.1, 1.1), new("c", 2, 1.8, 2.2, 1.1));

        double[] dots = [.. figure.Shapes("circle").Select(dot => dot.Number("cx"))];
        dots.ShouldBe(dots.Order());
        figure.Shapes("line").ShouldContain(line => line.Attribute("stroke")!.Value == Palette.Muted && line.Number("x1") == dots[1]);
    }

    [Fact]
    public void An_undefined_ratio_has_no_dot() =>
        Draw(new RatioRow("x", double.NaN, 1, 2, 1.1), new RatioRow("y", double.PositiveInfinity, 1, 2, 1.1)).Shapes("circle").ShouldBeEmpty();

    [Fact]
    public void A_limit_beyond_the_axis_is_told_but_not_drawn()
    {
        var figure = Draw(new RatioRow("x", 1, 1, 1, 6));

        figure.Shapes("rect").ShouldNotContain(bar => bar.Attribute("fill")!.Value == Palette.Vermilion);
        figure.Texts().ShouldContain("1.00 [1.00, 1.00], limit 6.00");
    }

    [Fact]
    public void Ratios_of_any_size_are_drawn()
    {
        Draw(new RatioRow("x", 1.7e308, -1.7e308, 1.7e308, 1.7e308));
        Draw(new RatioRow("x", 0, 0, 0, 0));
        Draw(new RatioRow("x", -5, 5e-324, 5e-324, -1));
    }

    [Fact]
    public void Without_rows_the_figure_says_so() => Draw().Texts()[^1].ShouldBe("Nothing was compared.");

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void A_hostile_name_stays_text(string name) => Draw(new RatioRow(name, 1, 1, 1, 1));

    private static System.Xml.Linq.XElement Draw(params RatioRow[] rows) => new Func<string>(() => RatioFigure.Draw(rows)).ShouldBeFigure();
}
