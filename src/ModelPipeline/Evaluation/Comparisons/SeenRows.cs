using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>How many of the test rows a champion was trained on: it has an advantage there.</summary>
/// <param name="LookedUp">How many of the test rows can be looked up in the champion's sample of training rows.</param>
/// <param name="Seen">How many of those it was trained on.</param>
internal sealed record SeenRows(int LookedUp, int Seen)
{
    /// <summary>The share of the rows that can be looked up, 0 to 1; <see cref="double.NaN"/> where none can.</summary>
    public double Share => LookedUp == 0 ? double.NaN : (double)Seen / LookedUp;

    /// <summary>What it means; <see langword="null"/> where the champion has seen none of the rows.</summary>
    public string? Meaning => this switch
    {
        { LookedUp: 0 } => "whether the champion was trained on any test row cannot be told: its sample of training rows reaches none of them",
        { Seen: 0 } => null,
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"the champion was trained on {Seen} of the {LookedUp} test rows that can be looked up ({Shown.Percent(Share)}), which flatters it: a candidate that is as good may look worse"),
    };

    /// <summary>Looks up the rows.</summary>
    /// <param name="champion">The champion's bundle.</param>
    /// <param name="inputs">The test rows as the champion reads them.</param>
    /// <param name="labels">Their true answers.</param>
    /// <exception cref="InvalidDataException">The bundle has no sample of its training rows.</exception>
    public static SeenRows Of(ModelBundle champion, Table inputs, Labels labels)
    {
        var (lookedUp, seen) = TrainingRows.Read(champion.Folder).Count(inputs, labels);
        return new(lookedUp, seen);
    }
}
