using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>What the model reads.</summary>
internal sealed class ModelInputs
{
    private readonly ModelInput[] _inputs;
    private readonly Utf8Index _positions;

    public ModelInputs(BundleManifest manifest, InvocationOptions options)
    {
        var withMissing = manifest.Data.Columns.Where(column => column.Missing > 0).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        _inputs = [.. manifest.Signature.Inputs.Select(input =>
            new ModelInput(input, options.AcceptMissingValues || withMissing.Contains(input.Name), options.AcceptUnknownCategories))];
        _positions = new(_inputs.Select(input => input.Name));
        IgnoresOthers = options.IgnoreUnknownColumns;
    }

    /// <summary>The inputs, in the signature's order.</summary>
    public ReadOnlySpan<ModelInput> All => _inputs;

    /// <summary>Whether columns that the model does not read are passed over.</summary>
    public bool IgnoresOthers { get; }

    /// <summary>The position of the input of a name, or <see cref="Utf8Index.None"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="likely">The position that it probably has: names mostly come in the signature's order.</param>
    public int Find(ReadOnlySpan<byte> name, int likely) =>
        likely < _inputs.Length && name.SequenceEqual(_inputs[likely].Utf8Name) ? likely : _positions.Find(name);
}
