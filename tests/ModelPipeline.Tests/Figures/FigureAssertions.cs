using System.Globalization;
using System.Xml.Linq;

namespace ModelPipeline.Tests.Figures;

/// <summary>What every figure must be.</summary>
internal static class FigureAssertions
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Elements = ["svg", "title", "rect", "line", "polyline", "circle", "text"];

    /// <summary>Well-formed, of nothing but shapes and texts, with a title and finite numbers, equal in any culture.</summary>
    public static XElement ShouldBeFigure(this Func<string> draw)
    {
        var text = In("", draw);
        In("de-DE", draw).ShouldBe(text);
        In("ar-SA", draw).ShouldBe(text);
        text.ShouldEndWith(">\n");
        text.ShouldNotContain('\r');

        var root = XElement.Parse(text, LoadOptions.PreserveWhitespace);
        root.Name.ShouldBe(Svg + "svg");
        root.Attribute("role")!.Value.ShouldBe("img");
        root.Element(Svg + "title")!.Value.ShouldNotBeEmpty();
        double.Parse(root.Attribute("width")!.Value, CultureInfo.InvariantCulture).ShouldBeInRange(100, 640);
        root.DescendantsAndSelf().Select(element => element.Name.Namespace).ShouldAllBe(space => space == Svg);
        root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(Elements);
        foreach (var attribute in root.DescendantsAndSelf().Attributes())
        {
            attribute.Value.ShouldNotContain("NaN");
            attribute.Value.ShouldNotContain("∞");
            attribute.Value.ShouldNotContain("Infinity");
        }

        return root;
    }

    /// <summary>The texts that people see, the figure's title first.</summary>
    public static string[] Texts(this XElement figure) => [.. figure.Elements(Svg + "text").Select(element => element.Value)];

    /// <summary>The last text of a drawing.</summary>
    public static string LastText(string svg) => XElement.Parse(svg, LoadOptions.PreserveWhitespace).Elements(Svg + "text").Last().Value;

    public static IEnumerable<XElement> Shapes(this XElement figure, string name) => figure.Elements(Svg + name);

    public static double Number(this XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static string In(string culture, Func<string> draw)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return draw();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
