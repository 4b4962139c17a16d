namespace ModelPipeline.Evidence;

/// <summary>What a step read.</summary>
/// <param name="Data">The data files' digest; absent where they cannot be read.</param>
/// <param name="Spec">The digest of <c>model.yaml</c>.</param>
/// <param name="Tool">The digest of the host's assemblies.</param>
public sealed record EvidenceInputs(Digest? Data, Digest Spec, Digest Tool);
