using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>
/// How well a model orders the reference rows by their labels: the mean AUC over the classes (of each against the rest), or the rank correlation of a regression.
/// </summary>
/// <param name="Name">The measure's name for people.</param>
/// <param name="Estimate">Its value; of two classes or a regression with its interval.</param>
/// <param name="Skill">The value on a scale from 0 (chance) to 1 (perfect), below 0 for the opposite order.</param>
/// <param name="OwnSkill">The champion's skill in its own test, on the same scale.</param>
internal sealed record LabelSkill(string Name, Estimate Estimate, double Skill, double OwnSkill)
{
    private const double Nothing = 0.2;
    private const double Opposite = 0.5;

    /// <summary>Whether hardly anything is left of the skill that the champion had in its own test.</summary>
    public bool IsNone => OwnSkill > Nothing && Math.Abs(Skill) < Nothing * OwnSkill;

    /// <summary>Whether the order is the opposite of the labels'.</summary>
    public bool IsOpposite => OwnSkill > Nothing && Skill < -Opposite * OwnSkill;

    /// <summary>The champion's; <see langword="null"/> where it is not defined.</summary>
    public static LabelSkill? OfChampion(Comparison comparison) => Of(comparison, comparison.Scores?.Champion);

    /// <summary>The candidate's; <see langword="null"/> where it is not defined.</summary>
    public static LabelSkill? OfCandidate(Comparison comparison) => Of(comparison, comparison.Scores?.Candidate);

    private static LabelSkill? Of(Comparison comparison, Scores? scores)
    {
        if (scores is null || comparison.Scores is not { AreFinite: true } || comparison.Reference.Labels is not { } labels)
            return null;
        var manifest = comparison.Champion.Manifest;
        return manifest.Signature.Task == ModelTask.Regression ? OfNumbers(scores, labels, manifest) : OfClasses(scores, labels, manifest);
    }

    /// <summary>A linear relation with determination r2 has a correlation of its square root.</summary>
    private static LabelSkill? OfNumbers(Scores scores, Labels labels, BundleManifest manifest)
    {
        var correlation = RankCorrelation.Of(scores.Values.ToArray(), labels.Numbers.ToArray());
        return double.IsNaN(correlation.Value)
            ? null
            : new("rank correlation", correlation, correlation.Value, Math.Sqrt(Math.Max(0, manifest.TestMetrics.GetValueOrDefault("r2"))));
    }

    private static LabelSkill? OfClasses(Scores scores, Labels labels, BundleManifest manifest)
    {
        var isBinary = manifest.Signature.Task == ModelTask.BinaryClassification;
        Estimate[] areas = isBinary ? [.. Area(scores, 0, labels, 1)] : [.. Enumerable.Range(0, labels.Classes.Count).SelectMany(code => Area(scores, code, labels, code))];
        if (areas.Length == 0)
            return null;
        var mean = areas.Average(area => area.Value);
        var own = manifest.TestMetrics.GetValueOrDefault(isBinary ? "auc" : "macro_auc", 0.5);
        return new("AUC", isBinary ? areas[0] : new(mean, double.NaN, double.NaN), 2 * mean - 1, 2 * own - 1);
    }

    private static IEnumerable<Estimate> Area(Scores scores, int output, Labels labels, int positive)
    {
        bool[] positives = [.. labels.Codes.ToArray().Select(code => code == positive)];
        if (!positives.Contains(true) || !positives.Contains(false))
            return [];
        var components = DeLong.Components([.. Enumerable.Range(0, scores.Rows).Select(row => scores.Row(row)[output])], positives);
        var (low, high) = components.Interval();
        return [new(components.Auc, low, high)];
    }
}
