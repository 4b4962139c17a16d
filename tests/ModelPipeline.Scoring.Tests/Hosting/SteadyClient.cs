using System.Net;
using System.Net.Sockets;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>Sends one request after the other over connections that it keeps while the service lets it, and counts what became of them.</summary>
/// <param name="port">The service's port on this machine.</param>
internal sealed class SteadyClient(int port)
{
    private static readonly byte[] Request = "POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    /// <summary>Requests that were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Connections that the service did not take.</summary>
    public int Refused { get; private set; }

    /// <summary>Requests without an answer on connections that the service had taken.</summary>
    public int Lost { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
            }
            catch (SocketException)
            {
                Refused++;
                continue;
            }

            await UseAsync(socket, cancellation);
        }
    }

    private async Task UseAsync(Socket socket, CancellationToken cancellation)
    {
        var answer = new byte[4096];
        for (var request = 0; !cancellation.IsCancellationRequested; request++)
        {
            var length = await ExchangeAsync(socket, answer);
            if (length > 0)
                Answered++;
            else if (request == 0)
                Refused++;
            else
                Lost++;
            if (length == 0 || answer.AsSpan(0, length).IndexOf("Connection: close"u8) >= 0)
                return;
        }
    }

    private static async Task<int> ExchangeAsync(Socket socket, byte[] answer)
    {
        try
        {
            await socket.SendAsync(Request);
            return await socket.ReceiveAsync(answer);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
