using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ModelPipeline.Figures;

/// <summary>
/// A drawing on a white rounded ground, readable on a light and on a dark page: no script, nothing from elsewhere. Lengths are in pixels, from the top left.
/// Texts are escaped; a coordinate that is not finite is refused. Equal drawings give equal text.
/// </summary>
internal sealed class Svg
{
    /// <summary>The greatest width of a figure.</summary>
    public const double MostWidth = 640;

    /// <summary>The size of text that says nothing else.</summary>
    public const double TextSize = 12;

    private const string Font = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";
    private readonly XElement _root;

    /// <summary>An empty drawing with its title at the top.</summary>
    /// <param name="title">What it shows, for people who see it and for those who hear it.</param>
    /// <param name="width">At most <see cref="MostWidth"/>.</param>
    /// <param name="height">The height.</param>
    public Svg(string title, double width, double height)
    {
        _root = new(
            Namespace + "svg",
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("role", "img"),
            new XAttribute("font-family", Font),
            new XElement(Namespace + "title", FigureText.Fit(title, double.PositiveInfinity)));
        Add("rect", ("x", 0.5), ("y", 0.5), ("width", width - 1), ("height", height - 1), ("rx", 6), ("fill", Palette.Paper), ("stroke", Palette.Grid));
        Add("text", ("x", 16), ("y", 24), ("font-size", 13), ("font-weight", "600"), ("fill", Palette.Ink)).Value = FigureText.Fit(title, width - 32);
    }

    /// <summary>A filled rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, double opacity = 1) =>
        Add("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", fill), ("fill-opacity", opacity == 1 ? null : opacity));

    /// <summary>A straight line; <paramref name="dashes"/> are the lengths of dash and gap.</summary>
    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dashes = null) =>
        Add("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width), ("stroke-dasharray", dashes));

    /// <summary>A line through places.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> places, string stroke, double width = 1, string? dashes = null) => Add(
        "polyline",
        ("points", string.Join(' ', places.Select(place => $"{Number(place.X)},{Number(place.Y)}"))),
        ("fill", "none"),
        ("stroke", stroke),
        ("stroke-width", width),
        ("stroke-dasharray", dashes));

    /// <summary>A filled dot.</summary>
    public void Dot(double x, double y, double radius, string fill) => Add("circle", ("cx", x), ("cy", y), ("r", radius), ("fill", fill));

    /// <summary>One line of text that stands on <paramref name="y"/>.</summary>
    /// <param name="x">The place of the anchor.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">The text; not shortened.</param>
    /// <param name="anchor">What stands at the place.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="upwards">Whether it runs from the bottom to the top.</param>
    public void Text(double x, double y, string text, TextAnchor anchor = TextAnchor.Start, string fill = Palette.Ink, double size = TextSize, bool upwards = false) => Add(
        "text",
        ("x", x),
        ("y", y),
        ("font-size", size),
        ("fill", fill),
        ("text-anchor", anchor == TextAnchor.Start ? null : anchor == TextAnchor.Middle ? "middle" : "end"),
        ("transform", upwards ? $"rotate(-90 {Number(x)} {Number(y)})" : null)).Value = text;

    /// <summary>The drawing as XML, with LF and one line end at the end.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
            _root.Save(writer);
        return text.Append('\n').ToString();
    }

    private static string Number(double length) => double.IsFinite(length)
        ? (Math.Round(length, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(length), length, "A length in a drawing must be finite.");

    private XElement Add(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = new XElement(Namespace + name);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(attribute, value switch { double length => Number(length), int length => Number(length), _ => value });
        _root.Add(element);
        return element;
    }
}
