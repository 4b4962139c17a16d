using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Docker.Registries.Manifests;

namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>What is read of the <c>config.json</c> that <c>docker login</c> writes.</summary>
internal sealed record DockerConfiguration
{
    private const string FileName = "config.json";
    private const string DockerHubKey = "https://index.docker.io/v1/";
    private const int LongestBytes = 4 << 20;

    public IReadOnlyDictionary<string, Login?>? Auths { get; init; }

    public IReadOnlyDictionary<string, string?>? CredHelpers { get; init; }

    public string? CredsStore { get; init; }

    /// <summary>Reads the file of a folder; an empty one where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">The file is not as it should be.</exception>
    public static DockerConfiguration Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return new DockerConfiguration();
        try
        {
            if (new FileInfo(path).Length > LongestBytes)
                throw new InvalidDataException("too large");
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RegistryJsonContext.Default.DockerConfiguration) ?? new DockerConfiguration();
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // The cause is left out: its message may hold a part of the file.
            throw new InputException($"Docker's configuration '{path}' cannot be read. Mend it, or name another folder in DOCKER_CONFIG.");
        }
    }

    /// <summary>The helper program's name that keeps a registry's credential; <see langword="null"/> for none.</summary>
    /// <param name="registry">The registry's host and port.</param>
    public string? FindHelper(string registry) =>
        CredHelpers?.GetValueOrDefault(registry) ?? CredHelpers?.GetValueOrDefault(KeyOf(registry)) ?? (string.IsNullOrEmpty(CredsStore) ? null : CredsStore);

    /// <summary>The credential for a registry that stands in the file itself; <see langword="null"/> for none.</summary>
    /// <param name="registry">The registry's host and port.</param>
    /// <exception cref="InputException">It is not in Docker's form.</exception>
    public Credential? FindLogin(string registry)
    {
        var login = Auths?.GetValueOrDefault(KeyOf(registry)) ?? Auths?.FirstOrDefault(entry => HostOf(entry.Key) == HostOf(KeyOf(registry))).Value;
        if (login?.IdentityToken is { Length: > 0 } token)
            return new Credential("", token, isIdentityToken: true);
        if (login?.Auth is not { Length: > 0 } auth)
            return null;
        var bytes = new byte[auth.Length];
        var text = Convert.TryFromBase64String(auth, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count).TrimEnd('\0') : "";
        return text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? new Credential(text[..colon], text[(colon + 1)..], isIdentityToken: false)
            : throw new InputException($"The entry of {QuotedText.Of(registry)} in Docker's {FileName} is no user and password. Run docker login again.");
    }

    /// <summary>What Docker calls a registry in this file and towards helpers.</summary>
    /// <param name="registry">The registry's host and port.</param>
    public static string KeyOf(string registry) => registry == ImageReference.DockerHub ? DockerHubKey : registry;

    private static string HostOf(string key)
    {
        var start = key.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        return key[start..].Split('/')[0];
    }

    /// <summary>A registry's entry.</summary>
    internal sealed record Login
    {
        public string? Auth { get; init; }

        [JsonPropertyName("identitytoken")]
        public string? IdentityToken { get; init; }
    }
}
