using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>How many of some rows a model was trained on, by the sketch in its bundle: it has an advantage there.</summary>
/// <param name="LookedUp">How many rows could be looked up: an even sample where the training rows are many.</param>
/// <param name="Seen">How many of those it was trained on.</param>
/// <param name="Fault">Why none could be looked up; <see langword="null"/> where some could.</param>
internal sealed record SeenRows(int LookedUp, int Seen, string? Fault)
{
    /// <summary>The share of rows that it was trained on, 0 to 1; <see cref="double.NaN"/> where none could be looked up.</summary>
    public double Share => (double)Seen / LookedUp;

    /// <summary>What it means; <see langword="null"/> where the model has seen none of the rows.</summary>
    /// <param name="model">The model in a sentence, for example <c>the champion</c>.</param>
    public string? Meaning(string model) => this switch
    {
        { Fault: { } fault } => $"whether {model} was trained on any of the rows cannot be told: {fault}",
        { Seen: 0 } => null,
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{model} was trained on {Seen:N0} of the {LookedUp:N0} rows that can be looked up ({Shown.Percent(Share)}), which flatters it: another model that is as good may look worse"),
    };

    /// <summary>Looks the rows up.</summary>
    /// <param name="bundle">The model's bundle.</param>
    /// <param name="rows">The rows, with every column that the model reads.</param>
    /// <param name="labels">Their true answers; <see langword="null"/> where they are not known.</param>
    public static SeenRows Of(ModelBundle bundle, Table rows, Labels? labels)
    {
        var fitting = SignatureRows.Of(bundle.Manifest.Signature, rows);
        if (fitting.Inputs is null)
            return new(0, 0, string.Join("; ", fitting.Faults));
        if (labels is null)
            return new(0, 0, "the rows have no labels that it knows");
        try
        {
            var (lookedUp, seen) = TrainingRows.Read(bundle.Folder).Count(fitting.Inputs, labels);
            return new(lookedUp, seen, lookedUp == 0 ? "none of the rows is within the sample of the training rows that the bundle keeps" : null);
        }
        catch (InvalidDataException fault)
        {
            return new(0, 0, QuotedText.Escape(fault.Message, 400));
        }
    }
}
