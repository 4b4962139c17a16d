using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ModelPipeline.Docker.Registries;

/// <summary>Where an image is: <c>host[:port]/name[:tag][@sha256:…]</c>, read by Docker's rules.</summary>
/// <param name="Registry">The host and the port, for example <c>ghcr.io</c> or <c>localhost:5000</c>.</param>
/// <param name="Name">The name of the repository, for example <c>acme/churn</c>.</param>
/// <param name="Tag">The tag; <see langword="null"/> where none is given.</param>
/// <param name="Digest">The digest of the manifest; <see langword="null"/> where none is given.</param>
internal sealed partial record ImageReference(string Registry, string Name, string? Tag, Digest? Digest)
{
    /// <summary>The registry of references that name none.</summary>
    public const string DockerHub = "docker.io";

    private const string DockerHubHost = "registry-1.docker.io";
    private const string DefaultTag = "latest";

    /// <summary>Whether the registry is on this machine; only then is plain HTTP used.</summary>
    public bool IsLoopback => IsLoopbackHost(Host(Registry));

    /// <summary>The registry's address.</summary>
    public Uri Origin => new($"{(IsLoopback ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{(Registry == DockerHub ? DockerHubHost : Registry)}/");

    /// <summary>What the registry is asked for: the digest, else the tag, else <c>latest</c>.</summary>
    public string Version => Digest?.ToString() ?? Tag ?? DefaultTag;

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The reference.</param>
    /// <exception cref="InputException">It is none; the message says why.</exception>
    public static ImageReference Parse(string text)
    {
        var rest = text;
        Digest? digest = null;
        if (text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            rest = text[..at];
            digest = ModelPipeline.Digest.TryParse(text[(at + 1)..], out var parsed) ? parsed : throw Fault(text, "what follows '@' must be 'sha256:' and 64 lower-case hexadecimal digits");
        }

        string? tag = null;
        if (rest.LastIndexOf(':') is var colon && colon > rest.LastIndexOf('/') && !rest.EndsWith(']'))
        {
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);
            if (!TagForm().IsMatch(tag))
                throw Fault(text, "a tag has at most 128 letters, digits, '_', '.' and '-', and starts with none of the last two");
        }

        var (registry, name) = Divide(rest);
        if (!RegistryForm().IsMatch(registry) || !HasPort(registry))
            throw Fault(text, $"{QuotedText.Of(registry)} is no host with an optional port from 1 to 65535");
        if (registry.Length + 1 + name.Length > 255)
            throw Fault(text, "a name has at most 255 characters");
        if (!NameForm().IsMatch(name))
            throw Fault(text, $"{QuotedText.Of(name)} is no name: lower-case letters and digits, with '.', '_', '__', '-' or '/' between them");
        return new ImageReference(registry, registry == DockerHub && !name.Contains('/', StringComparison.Ordinal) ? "library/" + name : name, tag, digest);
    }

    /// <summary>Whether a host is this machine.</summary>
    /// <param name="host">The host, an address of IPv6 in brackets.</param>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public override string ToString() => $"{Registry}/{Name}{(Tag is null ? "" : ":" + Tag)}{(Digest is null ? "" : "@" + Digest)}";

    /// <summary>The first part is a registry where it could be no part of a name; otherwise the image is on Docker Hub.</summary>
    private static (string Registry, string Name) Divide(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : text[..slash];
        var isRegistry = first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal)
            || first == "localhost" || first.Any(char.IsAsciiLetterUpper);
        if (!isRegistry)
            return (DockerHub, text);
        return (first is "index.docker.io" or DockerHubHost ? DockerHub : first, text[(slash + 1)..]);
    }

    private static string Host(string registry) =>
        registry.LastIndexOf(':') is var colon && colon > registry.IndexOf(']', StringComparison.Ordinal) ? registry[..colon] : registry;

    private static bool HasPort(string registry) =>
        Host(registry).Length == registry.Length
        || (int.TryParse(registry.AsSpan(Host(registry).Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= IPEndPoint.MaxPort);

    private static InputException Fault(string text, string reason) =>
        new($"{QuotedText.Of(text)} is no image's reference: {reason}. Write it like ghcr.io/acme/churn:1.2.0.");

    [GeneratedRegex(@"^([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RegistryForm();

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TagForm();
}
