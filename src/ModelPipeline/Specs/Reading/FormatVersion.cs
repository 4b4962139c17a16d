using System.Globalization;

namespace ModelPipeline.Specs.Reading;

/// <summary>Judges the key <c>version</c>, that of the files' format.</summary>
internal static class FormatVersion
{
    public static void Judge(Section root)
    {
        var value = root.Find("version");
        if (value?.Literal() is not { } version || version == "1")
            return;

        var isLater = long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;
        value.Fault(isLater
            ? $"is {number}, a later format than this build reads: use a newer build, or write 1"
            : $"must be 1, not {QuotedText.Of(version)}");
    }
}
