using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Cards;

/// <summary>What the files beside a card show.</summary>
internal static class ReportTitles
{
    private static readonly (string File, string Title)[] Titles =
    [
        ("importance.svg", "How much worse the model gets when a feature is shuffled"),
        ("calibration.svg", "Predicted and observed shares"),
        ("confusion.svg", "True and predicted classes"),
        ("thresholds.svg", "Precision and recall by threshold"),
        ("residuals.svg", "Errors by prediction"),
        ("differential.svg", "How far the scores moved from the champion's"),
        ("benchmark.svg", "Speed and size, as ratios to the champion"),
        ("load.svg", "Latency by throughput, up to saturation"),
        ("differential-worst.csv", "the rows that changed most, with their features"),
        ("differential.csv", "the rows that changed"),
        ("bom.cdx.json", "what the image is made of (CycloneDX)"),
        ("load.csv", "the steps up to saturation"),
        ("explanation.json", "importance, calibration and errors as numbers"),
    ];

    /// <summary>The figures that a step left.</summary>
    public static IReadOnlyList<CardFigure> Figures(StepEvidence? evidence) => Of(evidence, file => file.EndsWith(".svg", StringComparison.Ordinal));

    /// <summary>The other files that a step left.</summary>
    public static IReadOnlyList<CardFigure> Tables(StepEvidence? evidence) => Of(evidence, file => !file.EndsWith(".svg", StringComparison.Ordinal));

    private static IReadOnlyList<CardFigure> Of(StepEvidence? evidence, Func<string, bool> isWanted)
    {
        var files = evidence is null ? [] : ReportFiles.Of(evidence).Where(isWanted).ToHashSet(StringComparer.Ordinal);
        return [.. Titles.Where(title => files.Contains(title.File)).Select(title => new CardFigure(title.File, title.Title))];
    }
}
