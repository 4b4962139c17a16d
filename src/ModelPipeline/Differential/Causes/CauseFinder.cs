namespace ModelPipeline.Differential.Causes;

/// <summary>Looks for what a difference comes from.</summary>
internal static class CauseFinder
{
    private const int MostInHint = 3;

    private static readonly ICause[] OfFeatures =
    [
        new FeatureSetCause(),
        new ConstantFeatureCause(),
        new UnitCause(),
        new SwappedCategoriesCause(),
        new CategorySetCause(),
        new ShuffledFeatureCause(),
        new MissingValuesCause(),
    ];

    /// <summary>The most specific first.</summary>
    private static readonly ICause[] All =
    [
        new MeaningCause(),
        new LeakCause(),
        .. OfFeatures,
        new ShuffledLabelsCause(),
        new NoisyLabelsCause(OfFeatures),
        new LabelShiftCause(),
        new RecipeCause(),
        new TrainingRowsCause(),
        new SameDataCause(),
        new FeatureShiftCause(),
    ];

    /// <summary>Every cause that something speaks for, a sentence each, the most specific first.</summary>
    public static IReadOnlyList<string> Find(Comparison comparison) => [.. All.SelectMany(cause => cause.Find(comparison))];

    /// <summary>The first three causes as one hint for people.</summary>
    public static string HintOf(IReadOnlyList<string> causes) => causes.Count == 0
        ? "no cause was found in data, labels or recipe: look at the rows in differential.csv"
        : string.Join("; ", causes.Take(MostInHint));
}
