using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>Times as data files write them: ISO 8601, in every culture alike.</summary>
internal static class TimeText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date, with or without a time of day, fractions of a second and an offset; UTC where there is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime? time)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var parsed = DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out var value);
        time = parsed ? value.UtcDateTime : null;
        return parsed;
    }
}
