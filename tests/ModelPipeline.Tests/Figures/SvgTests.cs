using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Figures;

namespace ModelPipeline.Tests.Figures;

public sealed class SvgTests
{
    [Fact]
    public void A_drawing_is_this_text()
    {
        var svg = new Svg("Title", 100, 40);
        svg.Rectangle(1, 2, 3.456, 4, Palette.Blue, 0.5);
        svg.Line(0, -0.001, 1, 1, Palette.Ink, dashes: "5 3");
        svg.Polyline([(1, 2), (3, 4.5)], Palette.Green, 2);
        svg.Dot(5, 6, 2, Palette.Vermilion);
        svg.Text(7, 8, "<b>", TextAnchor.End, upwards: true);

        svg.ToString().ShouldBe("""
            <svg width="100" height="40" viewBox="0 0 100 40" role="img" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" xmlns="http://www.w3.org/2000/svg">
              <title>Title</title>
              <rect x="0.5" y="0.5" width="99" height="39" rx="6" fill="#ffffff" stroke="#d8dee4" />
              <text x="16" y="24" font-size="13" font-weight="600" fill="#24292f">Title</text>
              <rect x="1" y="2" width="3.46" height="4" fill="#0072b2" fill-opacity="0.5" />
              <line x1="0" y1="0" x2="1" y2="1" stroke="#24292f" stroke-width="1" stroke-dasharray="5 3" />
              <polyline points="1,2 3,4.5" fill="none" stroke="#007a5a" stroke-width="2" />
              <circle cx="5" cy="6" r="2" fill="#d55e00" />
              <text x="7" y="8" font-size="12" fill="#24292f" text-anchor="end" transform="rotate(-90 7 8)">&lt;b&gt;</text>
            </svg>

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_place_that_is_not_finite_is_refused(double place)
    {
        var svg = new Svg("Title", 100, 40);

        Should.Throw<ArgumentOutOfRangeException>(() => svg.Dot(place, 0, 1, Palette.Ink));
        Should.Throw<ArgumentOutOfRangeException>(() => svg.Polyline([(0, place)], Palette.Ink));
    }

    [Fact]
    public void Any_text_is_well_formed_and_fits() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
    {
        var fitting = FigureText.Fit(text ?? "", 100);
        var svg = new Svg(text ?? "", 640, 40);
        svg.Text(0, 0, fitting);

        FigureText.WidthOf(fitting).ShouldBeLessThanOrEqualTo(100);
        FigureAssertions.LastText(svg.ToString()).ShouldBe(fitting);
    }));

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void A_hostile_text_stays_text(string text)
    {
        var svg = new Svg("x" + text, 640, 40);
        svg.Text(0, 0, FigureText.Fit(text, 160));

        new Func<string>(svg.ToString).ShouldBeFigure().Texts()[1].ShouldBe(FigureText.Fit(text, 160));
    }

    [Fact]
    public void A_text_that_fits_is_kept_and_one_that_does_not_ends_in_an_ellipsis()
    {
        FigureText.Fit("tenure", 160).ShouldBe("tenure");
        FigureText.Fit("abcdefghijklmnopqrstuvwxyz", 100).ShouldBe("abcdefghijkl…");
    }
}
