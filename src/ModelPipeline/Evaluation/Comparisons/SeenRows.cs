using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>How many of the test rows a model was trained on: it has an advantage there.</summary>
/// <param name="LookedUp">How many of the test rows can be looked up in the model's sample of its training rows.</param>
/// <param name="Seen">How many of those it was trained on.</param>
internal sealed record SeenRows(int LookedUp, int Seen)
{
    /// <summary>The share of the rows that can be looked up, 0 to 1; <see cref="double.NaN"/> where none can.</summary>
    public double Share => LookedUp == 0 ? double.NaN : (double)Seen / LookedUp;

    /// <summary>What it means; <see langword="null"/> where the model has seen none of the rows.</summary>
    /// <param name="model">The model in a sentence, for example <c>the champion</c>.</param>
    public string? Meaning(string model) => this switch
    {
        { LookedUp: 0 } => $"whether {model} was trained on any test row cannot be told: its sample of training rows reaches none of them",
        { Seen: 0 } => null,
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{model} was trained on {Seen} of the {LookedUp} test rows that can be looked up ({Shown.Percent(Share)}), which flatters it: another model that is as good may look worse"),
    };

    /// <summary>Looks up the rows.</summary>
    /// <param name="bundle">The model's bundle.</param>
    /// <param name="inputs">The test rows as the model reads them.</param>
    /// <param name="labels">Their true answers.</param>
    /// <exception cref="InvalidDataException">The bundle has no sample of its training rows.</exception>
    public static SeenRows Of(ModelBundle bundle, Table inputs, Labels labels)
    {
        var (lookedUp, seen) = TrainingRows.Read(bundle.Folder).Count(inputs, labels);
        return new(lookedUp, seen);
    }
}
