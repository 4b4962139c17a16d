namespace ModelPipeline.Differential.Causes;

/// <summary>What changed between two sets of named values.</summary>
internal static class Change
{
    /// <summary>Each value that differs, as the end of a sentence.</summary>
    public static IEnumerable<string> Between(IReadOnlyDictionary<string, string> champion, IReadOnlyDictionary<string, string> candidate) =>
        from name in champion.Keys.Union(candidate.Keys).Order(StringComparer.Ordinal)
        let change = (From: champion.GetValueOrDefault(name, "none"), To: candidate.GetValueOrDefault(name, "none"))
        where change.From != change.To
        select $"{QuotedText.Of(name)} is {QuotedText.Escape(change.To)}, the champion's {QuotedText.Escape(change.From)}";
}
