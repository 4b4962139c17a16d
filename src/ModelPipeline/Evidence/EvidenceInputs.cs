namespace ModelPipeline.Evidence;

/// <summary>What a step read.</summary>
public sealed record EvidenceInputs
{
    /// <summary>The data files' digest; absent where they cannot be read.</summary>
    public Digest? Data { get; init; }

    /// <summary>The digest of <c>model.yaml</c>.</summary>
    public required Digest Spec { get; init; }

    /// <summary>The digest of the host's assemblies.</summary>
    public required Digest Tool { get; init; }
}
