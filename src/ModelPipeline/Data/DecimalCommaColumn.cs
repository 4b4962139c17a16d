using ModelPipeline.Data.Reading;

namespace ModelPipeline.Data;

/// <summary>Tells columns of texts that were meant as numbers.</summary>
internal static class DecimalCommaColumn
{
    private const double NearlyAll = 0.95;
    private const double Half = 0.5;

    /// <summary>Whether nearly all values are numbers, and half of them or more have a decimal comma.</summary>
    public static bool Is(Column column)
    {
        var texts = column switch
        {
            TextColumn text => [.. text.Values.ToArray().OfType<string>()],
            CategoricalColumn categories => categories.Categories,
            _ => [],
        };
        var commas = texts.Count(text => DecimalComma.IsIn(text));
        return commas > 0
            && commas >= Half * texts.Count
            && texts.Count(text => DecimalComma.IsIn(text) || NumberText.TryParse(text, out _)) >= NearlyAll * texts.Count;
    }
}
