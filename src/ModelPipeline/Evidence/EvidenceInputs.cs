namespace ModelPipeline.Evidence;

/// <summary>What a step read.</summary>
public sealed record EvidenceInputs
{
    /// <summary>The data files' digest; absent where they cannot be read.</summary>
    public Digest? Data { get; init; }

    /// <summary>The digest of the spec's <c>differential.data</c>; absent where it names none or they cannot be read.</summary>
    public Digest? Reference { get; init; }

    /// <summary>The digest of <c>model.yaml</c>, and of the challenger's file and the files that the recipe reads where there are such.</summary>
    public required Digest Spec { get; init; }

    /// <summary>The digest of the host's assemblies.</summary>
    public required Digest Tool { get; init; }

    /// <summary>Names what differs, for example <c>data file, spec</c>; empty where nothing does.</summary>
    /// <param name="other">What another step read.</param>
    public string DifferenceFrom(EvidenceInputs other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string?[] differences = [Data == other.Data ? null : "data file", Reference == other.Reference ? null : "reference data", Spec == other.Spec ? null : "spec", Tool == other.Tool ? null : "build of the tool"];
        return string.Join(", ", differences.OfType<string>());
    }
}
