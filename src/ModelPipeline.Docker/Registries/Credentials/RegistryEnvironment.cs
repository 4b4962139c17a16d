namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>What the environment says of registries.</summary>
internal sealed record RegistryEnvironment
{
    /// <summary>The variable with the host that the next two are for.</summary>
    public const string RegistryVariable = "MODELPIPELINE_REGISTRY";

    /// <summary>The variable with the user's name.</summary>
    public const string UserVariable = "MODELPIPELINE_REGISTRY_USER";

    /// <summary>The variable with the password or access token.</summary>
    public const string PasswordVariable = "MODELPIPELINE_REGISTRY_PASSWORD";

    /// <summary>The one registry that the credential is for; <see langword="null"/> for none.</summary>
    public string? Registry { get; init; }

    /// <summary>The credential for it.</summary>
    public Credential? Credential { get; init; }

    /// <summary>The folder of Docker's <c>config.json</c>.</summary>
    public required string DockerFolder { get; init; }

    /// <summary>Reads this process's environment.</summary>
    /// <exception cref="InputException">Some of the three variables are set and others are not.</exception>
    public static RegistryEnvironment Read() => Read(Environment.GetEnvironmentVariable);

    /// <summary>Reads an environment.</summary>
    /// <param name="variable">The value of a variable.</param>
    /// <exception cref="InputException">Some of the three variables are set and others are not.</exception>
    public static RegistryEnvironment Read(Func<string, string?> variable)
    {
        string[] names = [RegistryVariable, UserVariable, PasswordVariable];
        var missing = names.Where(name => string.IsNullOrEmpty(variable(name))).ToList();
        if (missing.Count is 1 or 2)
            throw new InputException($"{string.Join(" and ", missing)} must be set too: {string.Join(", ", names)} belong together.");
        return new RegistryEnvironment
        {
            Registry = missing.Count == 0 ? variable(RegistryVariable) : null,
            Credential = missing.Count == 0 ? new Credential(variable(UserVariable)!, variable(PasswordVariable)!, isIdentityToken: false) : null,
            DockerFolder = variable("DOCKER_CONFIG") is { Length: > 0 } folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"),
        };
    }
}
