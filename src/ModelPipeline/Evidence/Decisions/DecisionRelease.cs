namespace ModelPipeline.Evidence.Decisions;

/// <summary>What was to be released.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Bundle">Its bundle's digest.</param>
/// <param name="Document">The digest of its <c>release.json</c>, which lists every file.</param>
public sealed record DecisionRelease(string Version, Digest Bundle, Digest Document);
