using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>How many of the reference rows a model was trained on, by the hashes in its bundle.</summary>
/// <param name="LookedUp">How many rows could be looked up: an even sample where the training rows are many.</param>
/// <param name="Seen">How many of those it was trained on.</param>
/// <param name="Fault">Why none could be looked up; <see langword="null"/> where some could.</param>
internal sealed record SeenRows(int LookedUp, int Seen, string? Fault)
{
    /// <summary>The share of rows that it was trained on, 0 to 1; <see cref="double.NaN"/> where none could be looked up.</summary>
    public double Share => (double)Seen / LookedUp;

    /// <summary>Looks the rows up.</summary>
    public static SeenRows Of(ModelBundle bundle, ReferenceRows reference)
    {
        var rows = SignatureRows.Of(bundle.Manifest.Signature, reference.Table);
        if (rows.Inputs is null)
            return new(0, 0, string.Join("; ", rows.Faults));
        if (reference.Labels is null)
            return new(0, 0, "the rows have no labels that the candidate knows");
        try
        {
            var (lookedUp, seen) = TrainingRows.Read(bundle.Folder).Count(rows.Inputs, reference.Labels);
            return new(lookedUp, seen, lookedUp == 0 ? "none of the rows is within the sample of the training rows that the bundle keeps" : null);
        }
        catch (InvalidDataException fault)
        {
            return new(0, 0, QuotedText.Escape(fault.Message, 400));
        }
    }
}
