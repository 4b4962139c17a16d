namespace ModelPipeline.Releasing.Publishing;

/// <summary>The image that will be in its registry.</summary>
/// <param name="Reference">Its name with a tag, for example <c>ghcr.io/acme/churn:1.3.0</c>; absent where the spec names no place: then it is not pushed.</param>
/// <param name="Digest">The digest of its manifest.</param>
internal sealed record PlannedImage(string? Reference, Digest Digest);
