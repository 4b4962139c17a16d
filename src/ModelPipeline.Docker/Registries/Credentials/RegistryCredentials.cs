namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>Finds who we are to a registry: the environment, then what <c>docker login</c> left.</summary>
/// <param name="environment">Where to look.</param>
/// <param name="clock">Limits what other programs take.</param>
internal sealed class RegistryCredentials(RegistryEnvironment environment, TimeProvider clock)
{
    /// <summary>Finds the credential for a registry; <see langword="null"/> where there is none.</summary>
    /// <param name="registry">The registry's host and port.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="InputException">A place to look in is not as it should be.</exception>
    public async Task<Credential?> FindAsync(string registry, CancellationToken cancellation)
    {
        if (environment.Registry == registry)
            return environment.Credential;
        var docker = DockerConfiguration.Read(environment.DockerFolder);
        var kept = docker.FindHelper(registry) is { } helper
            ? await CredentialHelper.AskAsync(helper, DockerConfiguration.KeyOf(registry), clock, cancellation)
            : null;
        return kept ?? docker.FindLogin(registry);
    }
}
