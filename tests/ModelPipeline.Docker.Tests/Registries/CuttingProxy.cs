using System.Net;
using System.Net.Sockets;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>Passes connections on to a registry, and cuts the first ones after some bytes.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _target;
    private readonly Task _work;
    private readonly int _bytes;
    private int _cuts;

    /// <summary>Starts it.</summary>
    /// <param name="target">The registry's host and port.</param>
    /// <param name="cuts">How many connections are cut.</param>
    /// <param name="bytes">After how many bytes to the registry.</param>
    public CuttingProxy(string target, int cuts, int bytes)
    {
        (_target, _cuts, _bytes) = (IPEndPoint.Parse(target), cuts, bytes);
        _listener.Start();
        _work = AcceptAsync();
    }

    public string Host => _listener.LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _work;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(PassAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(_target, _end.Token);
            await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream(), isUpload: true), CopyAsync(server.GetStream(), client.GetStream(), isUpload: false));
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isUpload)
    {
        var buffer = new byte[16 << 10];
        try
        {
            for (var passed = 0; await from.ReadAsync(buffer, _end.Token) is > 0 and var count;)
            {
                passed += count;
                if (isUpload && passed > _bytes && Interlocked.Decrement(ref _cuts) >= 0)
                    return;
                await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return;
        }
    }
}
