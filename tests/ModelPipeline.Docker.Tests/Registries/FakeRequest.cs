namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>A request that a fake registry got.</summary>
internal sealed record FakeRequest(string Method, string Path, string Query, string Authorization, string ContentRange, long Bytes);
