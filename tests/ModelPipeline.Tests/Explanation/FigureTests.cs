using System.Xml.Linq;
using ModelPipeline.Explanation;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Figures;

namespace ModelPipeline.Tests.Explanation;

public sealed class FigureTests
{
    [Fact]
    public void Fifteen_of_forty_features_are_shown_the_most_important_first()
    {
        var figure = Importance([.. Enumerable.Range(0, 40).Select(feature => new FeatureImportance($"f{feature}", 1 - feature * 0.01, 0.001))]);

        figure.Texts().Where(text => text.StartsWith('f')).ShouldBe(Enumerable.Range(0, 15).Select(feature => $"f{feature}"));
        figure.Texts()[^1].ShouldBe("25 less important features are not shown.");
    }

    [Fact]
    public void An_importance_below_zero_goes_to_the_left_in_another_colour()
    {
        var figure = Importance(new FeatureImportance("up", 2, 0.1), new FeatureImportance("down", -1, 0.1));

        XElement[] bars = [.. figure.Shapes("rect").Skip(1)];
        bars[1].Number("x").ShouldBeLessThan(bars[0].Number("x"));
        bars[1].Attribute("fill")!.Value.ShouldNotBe(bars[0].Attribute("fill")!.Value);
        bars[0].Number("width").ShouldBe(2 * bars[1].Number("width"), 0.02);
    }

    [Fact]
    public void An_undefined_importance_is_told_and_has_no_bar()
    {
        var figure = Importance(new FeatureImportance("x", null, null));

        figure.Texts().ShouldContain("undefined");
        figure.Shapes("rect").Count().ShouldBe(1);
    }

    [Fact]
    public void Importances_of_any_size_are_drawn()
    {
        Importance(new FeatureImportance("x", 0, 0));
        Importance(new FeatureImportance("x", 1.7e308, 1.7e308), new FeatureImportance("y", -1.7e308, 1.7e308));
        Importance(new FeatureImportance("x", 5e-324, 0));
        Importance().Texts()[^1].ShouldBe("The model has no features.");
    }

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void A_hostile_name_stays_text(string name)
    {
        Importance(new FeatureImportance(name, 1, 0.1));
        Confusion(2, 0, (_, _) => 1, name);
        Confusion(7, 3, (_, _) => 1, name);
    }

    [Theory]
    [InlineData(0.004, "0.010")]
    [InlineData(0.3, "0.5")]
    [InlineData(1, "1.0")]
    public void A_calibration_plot_of_rare_events_shows_the_part_that_has_rows(double highest, string reach)
    {
        var texts = Calibration(new CalibrationBin(9, highest / 2, highest / 2, 0, highest), new CalibrationBin(9, highest, highest, highest / 2, highest)).Texts();

        texts.Count(text => text == reach).ShouldBe(2);
        texts[^1].ShouldBe("Dots: 9 rows or more each; lines: 95% Wilson intervals");
    }

    [Fact]
    public void Without_rows_figures_say_so()
    {
        Calibration().Texts()[^1].ShouldBe("There are no rows to measure it on.");
        Confusion(2, 0, (_, _) => 0, "c").Texts()[^1].ShouldBe("There are no rows to count.");
        Residuals().Texts()[^1].ShouldBe("There are no rows to measure them on.");
        Thresholds(_ => new(0.5, null, null, null, null)).Texts()[^1].ShouldStartWith("No row is positive");
    }

    [Fact]
    public void A_confusion_matrix_tells_counts_and_their_share_of_the_actual_class()
    {
        var figure = Confusion(2, 0, (actual, predicted) => actual == predicted ? 3000 : 1000, "c");

        figure.Texts().Count(text => text == "3,000").ShouldBe(2);
        figure.Texts().Count(text => text == "25%").ShouldBe(2);
    }

    [Fact]
    public void A_class_without_rows_has_no_share_and_the_rest_is_one_row_and_column()
    {
        Confusion(3, 0, (actual, predicted) => actual == 0 ? 0 : 1, "c").Texts().ShouldContain("0%");
        Confusion(25, 75, (actual, predicted) => actual * predicted * 1000, "c").Texts().Count(text => text == "75 more").ShouldBe(2);
    }

    [Fact]
    public void A_curve_has_a_gap_where_its_value_is_undefined()
    {
        var figure = Thresholds(step => new(step / 20.0, step == 5 ? null : 0.5, 0.4, 0.3, 0.2));

        figure.Shapes("polyline").Count().ShouldBe(4);
    }

    [Fact]
    public void A_value_between_two_gaps_is_a_dot()
    {
        var figure = Thresholds(step => new(step / 20.0, step == 5 ? 0.5 : null, 0.4, 0.3, 0.2));

        figure.Shapes("circle").Count().ShouldBe(1);
    }

    [Fact]
    public void Residuals_of_any_size_are_drawn()
    {
        Residuals(new ResidualBin(1, 0, 0, 0, 0)).Shapes("circle").Count().ShouldBe(1);
        Residuals(new ResidualBin(1, -1.7e308, -1.7e308, 0, 1.7e308), new ResidualBin(1, 1.7e308, 0, 0, 5e-324)).Shapes("circle").Count().ShouldBe(2);
        Residuals(new ResidualBin(1, 3, 4, 4, 4)).Texts()[^1].ShouldEndWith("Nine of ten residuals lie in -1.00 to 2.00.");
    }

    private static XElement Importance(params FeatureImportance[] features) =>
        Figure(() => ImportanceFigure.Draw(new("log_loss", 0.4, 100, 5, features)));

    private static XElement Calibration(params CalibrationBin[] bins) => Figure(() => CalibrationFigure.Draw(bins, ModelTask.BinaryClassification));

    private static XElement Residuals(params ResidualBin[] bins) => Figure(() => ResidualFigure.Draw(new([new(0.05, -1), new(0.95, 2)], bins)));

    private static XElement Thresholds(Func<int, ThresholdRow> row) => Figure(() => ThresholdFigure.Draw([.. Enumerable.Range(1, 19).Select(row)]));

    private static XElement Confusion(int classes, int others, Func<int, int, int> count, string name)
    {
        var size = classes + (others > 0 ? 1 : 0);
        int[][] counts = [.. Enumerable.Range(0, size).Select(actual => Enumerable.Range(0, size).Select(predicted => count(actual, predicted)).ToArray())];
        return Figure(() => ConfusionFigure.Draw(new([.. Enumerable.Range(0, classes).Select(code => name + code)], others, counts)));
    }

    private static XElement Figure(Func<string> draw) => draw.ShouldBeFigure();
}
