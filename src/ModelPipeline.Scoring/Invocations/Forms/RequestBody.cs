using System.Buffers;
using System.IO.Pipelines;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>A whole body in one piece: where the server has it so already, without a copy.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private readonly byte[]? _rented;

    private RequestBody(PipeReader reader, ReadOnlyMemory<byte> bytes, SequencePosition end, byte[]? rented) =>
        (_reader, Bytes, _end, _rented) = (reader, bytes, end, rented);

    /// <summary>The bytes, until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="BadHttpRequestException">The body is larger than the server takes, or is cut short.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var reader = request.BodyReader;
        var rented = Array.Empty<byte>();
        var length = 0;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (read.IsCompleted && length == 0 && buffer.IsSingleSegment)
                return new(reader, buffer.First, buffer.End, null);
            rented = Grow(rented, length, checked(length + (int)buffer.Length));
            buffer.CopyTo(rented.AsSpan(length));
            length += (int)buffer.Length;
            if (read.IsCompleted)
                return new(reader, rented.AsMemory(0, length), buffer.End, rented);
            reader.AdvanceTo(buffer.End);
        }
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_end);
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }

    private static byte[] Grow(byte[] rented, int used, int needed)
    {
        if (needed <= rented.Length)
            return rented;
        var greater = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * rented.Length));
        rented.AsSpan(0, used).CopyTo(greater);
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented);
        return greater;
    }
}
