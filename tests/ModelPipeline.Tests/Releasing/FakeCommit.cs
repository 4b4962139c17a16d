using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing;

/// <summary>A commit of a <see cref="FakeGit"/>.</summary>
internal sealed record FakeCommit(AuthoredCommit About, string? Parent, IReadOnlyDictionary<string, byte[]> Files);
