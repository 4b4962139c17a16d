namespace ModelPipeline.Docker.Engine;

/// <summary>Where the container engine is.</summary>
/// <param name="Text">Its address as it was given, for example <c>unix:///var/run/docker.sock</c>.</param>
/// <param name="IsEncrypted">Whether connections to it must be encrypted.</param>
internal sealed record DockerEndpoint(string Text, bool IsEncrypted = false)
{
    private const string Socket = "/var/run/docker.sock";
    private const int UsualPort = 2375;

    private static readonly string[] Schemes = OperatingSystem.IsWindows() ? ["unix", "tcp", "npipe"] : ["unix", "tcp"];

    /// <summary>What <c>DOCKER_HOST</c> says, else the usual socket; <see langword="null"/> where that is not there.</summary>
    public static DockerEndpoint? FromEnvironment()
    {
        var isEncrypted = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKER_TLS_VERIFY"));
        if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host)
            return new DockerEndpoint(host, isEncrypted);
        return File.Exists(Socket) ? new DockerEndpoint("unix://" + Socket) : null;
    }

    /// <summary>The address of the engine.</summary>
    /// <exception cref="InputException">An engine cannot be reached this way.</exception>
    public Uri ToUri()
    {
        if (!Uri.TryCreate(Text, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme))
            throw new InputException($"DOCKER_HOST is {QuotedText.Of(Text)}. A container engine is reached by {string.Join(":// or ", Schemes)}:// here; forward the socket of one behind ssh to a local file.");
        if (!IsComplete(uri))
            throw new InputException($"DOCKER_HOST is {QuotedText.Of(Text)}. Write unix:///path/docker.sock or tcp://host:2375; the file name of a socket may hold Latin letters, digits, hyphens, underscores and, but for the first character, dots.");
        if (uri.Scheme != "tcp")
            return uri;
        if (IsEncrypted)
            throw new InputException("DOCKER_TLS_VERIFY is set: encrypted connections to a container engine are not supported. Forward its socket to a local file, and unset it.");
        return uri.Port < 0 ? new UriBuilder(uri) { Port = UsualPort }.Uri : uri;
    }

    /// <summary>The address of the engine's host that a port is published on: this machine's own for an engine on it, else all.</summary>
    public string PublishedOn => IsRemote ? "0.0.0.0" : "127.0.0.1";

    /// <summary>The address of a published port.</summary>
    /// <param name="port">The port.</param>
    public Uri AddressOf(int port) => new UriBuilder("http", IsRemote ? ToUri().Host : PublishedOn, port).Uri;

    /// <summary>The client makes a host's name of the file name of a socket.</summary>
    private static bool IsComplete(Uri uri) =>
        Uri.TryCreate(new UriBuilder("http", uri.Scheme == "tcp" ? uri.Host : uri.Segments[^1]).ToString(), UriKind.Absolute, out _);

    private bool IsRemote => ToUri() is { Scheme: "tcp", IsLoopback: false };
}
