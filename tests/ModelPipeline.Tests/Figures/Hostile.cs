namespace ModelPipeline.Tests.Figures;

/// <summary>Names that a data file may have.</summary>
internal static class Hostile
{
    public static readonly TheoryData<string> Names =
    [
        "",
        " ",
        "</text><script>alert(1)</script>",
        "a & b < c > d \"e\" 'f' ]]> <!-- -->",
        "&amp;&#0;&lt;",
        "line\r\nend\ttab",
        "zero\0 bell\a escape\u001b[31m",
        "right to left \u202Eevil",
        "no character \uFFFE \uFFFF",
        "half a pair \uD83D",
        "\uDE00 the other half",
        "😀 漢字 العربية",
        "e\u0301\u0302\u0303\u0304",
        new string('W', 10_000),
    ];
}
