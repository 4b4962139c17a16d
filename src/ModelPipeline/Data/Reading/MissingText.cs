namespace ModelPipeline.Data.Reading;

/// <summary>The texts that stand for a missing value.</summary>
internal static class MissingText
{
    public static bool Is(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => true,
        2 => text.Equals("NA", StringComparison.OrdinalIgnoreCase),
        3 => text.Equals("N/A", StringComparison.OrdinalIgnoreCase) || text.Equals("NaN", StringComparison.OrdinalIgnoreCase),
        4 => text.Equals("null", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
