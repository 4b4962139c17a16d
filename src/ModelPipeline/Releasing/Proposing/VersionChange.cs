using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Something that differs between champion and candidate.</summary>
/// <param name="Bump">The part of the version that must grow for it.</param>
/// <param name="Reason">What it is, with names and numbers.</param>
internal sealed record VersionChange(VersionBump Bump, string Reason);
