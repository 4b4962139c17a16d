using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>Sends one row after the other over connections that it keeps while the service lets it, and counts what became of them.</summary>
/// <remarks>
/// A first request that is reset is not judged here: its connection may have waited in the listener's queue, or the service may have taken it. The service's
/// access log tells: it has a line for each request that was begun, and as many as there are answers where none was lost.
/// </remarks>
/// <param name="port">The service's port on this machine.</param>
/// <param name="csv">A header and a row.</param>
internal sealed class SteadyClient(int port, string csv)
{
    private readonly byte[] _request = Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: {Encoding.UTF8.GetByteCount(csv)}\r\n\r\n{csv}"));

    /// <summary>Rows that were scored.</summary>
    public int Scored { get; private set; }

    /// <summary>Requests that were answered 503 with the connection closed.</summary>
    public int TurnedAway { get; private set; }

    /// <summary>Connections that could not be opened.</summary>
    public int Refused { get; private set; }

    /// <summary>First requests of a connection that were reset before any answer.</summary>
    public int Reset { get; private set; }

    /// <summary>First requests of a connection that the service took and closed in good order without any answer, which a listener's queue does not do.</summary>
    public int Closed { get; private set; }

    /// <summary>Requests without a whole answer, though the answer had begun or the service had answered on their connection before.</summary>
    public int Lost { get; private set; }

    /// <summary>Requests that were answered.</summary>
    public int Answered => Scored + TurnedAway;

    /// <exception cref="InvalidOperationException">The service gave another answer.</exception>
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

            for (var isFirst = true; !cancellation.IsCancellationRequested && await ExchangeAsync(socket, isFirst); isFirst = false)
            {
            }
        }
    }

    /// <returns>Whether the connection can be used again.</returns>
    private async Task<bool> ExchangeAsync(Socket socket, bool isFirst)
    {
        var answer = new Answer();
        try
        {
            await socket.SendAsync(_request);
            while (!answer.IsWhole)
                if (!answer.Add(await socket.ReceiveAsync(answer.Free)))
                    break;
        }
        catch (SocketException) when (isFirst && answer.IsEmpty)
        {
            Reset++;
            return false;
        }
        catch (SocketException)
        {
        }

        if (isFirst && answer.IsEmpty)
            Closed++;
        else if (!answer.IsWhole)
            Lost++;
        else if (answer.Status == 200)
            Scored++;
        else if (answer.Status == 503 && answer.Closes)
            TurnedAway++;
        else
            throw new InvalidOperationException(answer.Text);
        return answer is { IsWhole: true, Closes: false };
    }

    /// <summary>What came back so far.</summary>
    private sealed class Answer
    {
        private readonly byte[] _bytes = new byte[8192];
        private int _length;

        public string Text => Encoding.Latin1.GetString(_bytes, 0, _length);

        public Memory<byte> Free => _bytes.AsMemory(_length);

        public bool IsEmpty => _length == 0;

        public bool IsWhole => Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and >= 0 && _length >= end + 4 + int.Parse(Header("Content-Length"), CultureInfo.InvariantCulture);

        public bool Closes => Header("Connection") == "close";

        public int Status => int.Parse(Text.AsSpan(9, 3), CultureInfo.InvariantCulture);

        public bool Add(int bytes)
        {
            _length += bytes;
            return bytes > 0;
        }

        private string Header(string name) =>
            Text.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..] ?? "";
    }
}
