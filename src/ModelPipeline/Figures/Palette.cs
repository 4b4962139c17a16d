namespace ModelPipeline.Figures;

/// <summary>
/// The colours of figures: those of data can be told apart with any colour vision.
/// Source: M. Okabe, K. Ito, Color Universal Design, 2008.
/// </summary>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Ink = "#24292f";
    public const string Muted = "#57606a";
    public const string Grid = "#d8dee4";
    public const string Blue = "#0072b2";
    public const string Vermilion = "#d55e00";
    public const string Green = "#007a5a";
}
