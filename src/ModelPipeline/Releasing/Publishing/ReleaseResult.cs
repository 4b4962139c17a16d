namespace ModelPipeline.Releasing.Publishing;

/// <summary>How a release ended.</summary>
/// <param name="State">What was there in the end; <see langword="null"/> where it could never be read.</param>
/// <param name="Check">The check that failed; <see langword="null"/> where none did, or it is the first that did not come true.</param>
/// <param name="Reason">Why it is not done; <see langword="null"/> where it is.</param>
internal sealed record ReleaseResult(ReleaseState? State, string? Check, string? Reason);
