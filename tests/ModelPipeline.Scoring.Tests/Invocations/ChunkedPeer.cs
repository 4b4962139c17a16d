using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelPipeline.Scoring.Tests.Invocations;

/// <summary>A client that reads answers while it still sends.</summary>
internal sealed class ChunkedPeer : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Connects, and sends the head of a request.</summary>
    public static async Task<ChunkedPeer> ConnectAsync(InvocationService service, string contentType)
    {
        var peer = new ChunkedPeer();
        await peer._socket.ConnectAsync(IPAddress.Loopback, service.Address.Port, TestContext.Current.CancellationToken);
        await peer.WriteAsync($"POST /invocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n");
        return peer;
    }

    /// <summary>Sends a piece of the body; an empty one ends it. The text is ASCII.</summary>
    public Task SendAsync(string text) => WriteAsync($"{text.Length:x}\r\n{text}\r\n");

    public async Task<int> ReadAsync(byte[] buffer) => await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

    /// <summary>Reads until a text has come.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains(end) && await ReadAsync(buffer) is > 0 and var read)
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        return text.ToString();
    }

    public void Dispose() => _socket.Dispose();

    private async Task WriteAsync(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var sent = 0; sent < bytes.Length;)
            sent += await _socket.SendAsync(bytes.AsMemory(sent), TestContext.Current.CancellationToken);
    }
}
