using ModelPipeline.Docker.Registries;
using ModelPipeline.Docker.Registries.Artifacts;
using ModelPipeline.Docker.Registries.Credentials;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>Clients for tests: an instant clock, and no credentials but those given.</summary>
internal static class Pushes
{
    public static OciRegistry Client(InstantClock clock, string? registry = null, Credential? credential = null) => new(() => Credentials(clock, registry, credential), clock);

    public static RegistryBaseImages Bases(InstantClock clock, string? registry = null, Credential? credential = null) => new(() => Credentials(clock, registry, credential), clock);

    public static RegistryArtifactStore Artifacts(string repository) => new(repository, () => Credentials(new InstantClock(), null, null), new InstantClock());

    public static Task<Digest> PushAsync(string archive, string reference, InstantClock? clock = null, IProgress<string>? progress = null) =>
        Client(clock ?? new InstantClock()).PushAsync(archive, reference, progress ?? new Messages(), TestContext.Current.CancellationToken);

    private static RegistryCredentials Credentials(InstantClock clock, string? registry, Credential? credential) =>
        new(new RegistryEnvironment { Registry = registry, Credential = credential, DockerFolder = "/nowhere" }, clock);
}
