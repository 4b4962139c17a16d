using System.Net;
using System.Net.Sockets;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Runs;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The verb <c>health</c>: asks a running service whether it is ready.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>0 where it is, else 1.</returns>
    public static async Task<int> RunAsync(ScoringOptions options)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await IsReadyAsync(Reachable(options.Address), patience.Token).ConfigureAwait(false) ? ExitCodes.Passed : ExitCodes.Broken;
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException)
        {
            return ExitCodes.Broken;
        }
    }

    private static async Task<bool> IsReadyAsync(IPEndPoint address, CancellationToken cancellation)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancellation).ConfigureAwait(false) == "HTTP/1.1 200 OK";
    }

    private static IPEndPoint Reachable(IPEndPoint address) => address.Address switch
    {
        var any when any.Equals(IPAddress.Any) => new(IPAddress.Loopback, address.Port),
        var any when any.Equals(IPAddress.IPv6Any) => new(IPAddress.IPv6Loopback, address.Port),
        _ => address,
    };
}
