using System.IO.Pipes;
using System.Net.Sockets;

namespace Docker.DotNet.Http;

/// <summary>Connects to an engine by its address.</summary>
internal static class EngineHandler
{
    /// <summary>The handler that connects, and the address that requests go to.</summary>
    public static (HttpMessageHandler Handler, Uri Address) Of(DockerClientConfiguration configuration)
    {
        var endpoint = configuration.EndpointBaseUri;
        var isTls = configuration.Credentials.IsTlsCredentials();
        return endpoint.Scheme.ToLowerInvariant() switch
        {
            "npipe" when isTls => throw new ArgumentException("TLS not supported over npipe"),
            "npipe" => (Over(Pipe(endpoint, configuration.NamedPipeConnectTimeout)), new UriBuilder("http", endpoint.Segments[^1]).Uri),
            "unix" => (Over(cancellation => SocketAsync(endpoint.LocalPath, cancellation)), new UriBuilder("http", endpoint.Segments[^1]).Uri),
            "tcp" or "http" => (Plain(), new UriBuilder(endpoint) { Scheme = isTls ? "https" : "http" }.Uri),
            "https" => (Plain(), endpoint),
            _ => throw new Exception($"Unknown URL scheme {endpoint.Scheme}"),
        };
    }

    private static SocketsHttpHandler Plain() => new() { UseProxy = false, AllowAutoRedirect = false };

    private static SocketsHttpHandler Over(Func<CancellationToken, ValueTask<Stream>> connect)
    {
        var handler = Plain();
        handler.ConnectCallback = (_, cancellation) => connect(cancellation);
        return handler;
    }

    private static async ValueTask<Stream> SocketAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Func<CancellationToken, ValueTask<Stream>> Pipe(Uri endpoint, TimeSpan timeout)
    {
        if (endpoint.Segments is not [_, "pipe/", var name])
            throw new ArgumentException($"{endpoint} is not a valid npipe URI");
        var server = endpoint.Host is "localhost" ? "." : endpoint.Host;
        return async cancellation =>
        {
            var pipe = new NamedPipeClientStream(server, name, PipeDirection.InOut, PipeOptions.Asynchronous);
            try
            {
                await pipe.ConnectAsync(timeout, cancellation).ConfigureAwait(false);
                return pipe;
            }
            catch
            {
                await pipe.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        };
    }
}
