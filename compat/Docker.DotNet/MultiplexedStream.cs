using System.Buffers.Binary;
using System.Text;

namespace Docker.DotNet;

/// <summary>What a container wrote: one stream that carries its standard output and its standard error in frames.</summary>
/// <param name="stream">The stream.</param>
/// <param name="multiplexed">Whether it has frames; without, everything is standard output.</param>
public class MultiplexedStream(Stream stream, bool multiplexed) : IDisposable
{
    private const int HeaderLength = 8;
    private const byte StandardError = 2;

    /// <summary>Reads both streams to their ends.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">A frame is of no known stream.</exception>
    /// <exception cref="EndOfStreamException">A frame is cut off.</exception>
    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        if (multiplexed)
        {
            while (await ReadHeaderAsync(cancellationToken).ConfigureAwait(false) is var (target, length))
                await CopyAsync(target == StandardError ? error : output, length, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await stream.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        }

        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The stream and length of the next frame; null at the end.</summary>
    private async Task<(byte Target, uint Length)?> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        var count = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return count switch
        {
            0 => null,
            < HeaderLength => throw new EndOfStreamException(),
            _ when header[0] > StandardError => throw new IOException("unknown stream type"),
            _ => (header[0], BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4))),
        };
    }

    private async Task CopyAsync(Stream target, uint length, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(length, 81920)];
        for (var left = length; left > 0;)
        {
            var count = (int)Math.Min(left, (uint)buffer.Length);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            target.Write(buffer, 0, count);
            left -= (uint)count;
        }
    }
}
