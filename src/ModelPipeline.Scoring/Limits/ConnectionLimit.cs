using Microsoft.AspNetCore.Connections;

namespace ModelPipeline.Scoring.Limits;

/// <summary>Answers connections beyond the most that may be open with a constant 503, and closes them.</summary>
/// <param name="most">How many may be open.</param>
internal sealed class ConnectionLimit(int most)
{
    /// <summary>How long a request is waited for: an answer that is sent before it could be lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly byte[] Refusal = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    private int _open;

    /// <summary>Puts the limit before what handles connections.</summary>
    public ConnectionDelegate Before(ConnectionDelegate next) => async connection =>
    {
        var isTaken = Interlocked.Increment(ref _open) <= most;
        try
        {
            if (isTaken)
                await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }

        if (!isTaken)
            await RefuseAsync(connection).ConfigureAwait(false);
    };

    private static async Task RefuseAsync(ConnectionContext connection)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        try
        {
            var read = await input.ReadAsync(patience.Token).ConfigureAwait(false);
            input.AdvanceTo(read.Buffer.End);
            await output.WriteAsync(Refusal, patience.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            connection.Abort();
        }
    }
}
