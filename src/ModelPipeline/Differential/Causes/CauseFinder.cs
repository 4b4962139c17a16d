namespace ModelPipeline.Differential.Causes;

/// <summary>Looks for what a difference comes from.</summary>
internal static class CauseFinder
{
    private const int MostInHint = 3;

    private static readonly ICause[] OfValues = [new ConstantFeatureCause(), new UnitCause(), new SwappedCategoriesCause(), new MissingValuesCause()];

    private static readonly ICause[] OfLabels = [new ShuffledLabelsCause(OfValues), new NoisyLabelsCause(OfValues)];

    /// <summary>The most specific first: what the bundles say, then what the answers suggest.</summary>
    private static readonly ICause[] All =
    [
        new MeaningCause(),
        new LeakCause(),
        new FeatureSetCause(),
        .. OfValues,
        new CategorySetCause(),
        .. OfLabels,
        new RecipeCause(),
        new LostEffectCause([.. OfValues, .. OfLabels]),
        new LabelShiftCause(),
        new TrainingRowsCause(),
        new SameDataCause(),
        new SoftwareCause(),
        new FeatureShiftCause(),
    ];

    /// <summary>Every cause that something speaks for, a sentence each, the most specific first.</summary>
    public static IReadOnlyList<string> Find(Comparison comparison) => [.. All.SelectMany(cause => cause.Find(comparison))];

    /// <summary>The first three causes as one hint for people.</summary>
    /// <param name="causes">The causes.</param>
    /// <param name="hasRows">Whether there are rows to look at.</param>
    public static string HintOf(IReadOnlyList<string> causes, bool hasRows) => causes.Count == 0
        ? $"no cause was found in data, labels or recipe{(hasRows ? ": look at the rows in differential.csv" : "")}"
        : string.Join("; ", causes.Take(MostInHint));
}
