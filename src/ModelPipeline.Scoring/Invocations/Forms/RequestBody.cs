using System.IO.Pipelines;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>A whole body in one piece: where the server has it so already, without a copy.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private readonly BodyCopy? _copy;

    private RequestBody(PipeReader reader, ReadOnlyMemory<byte> bytes, SequencePosition end, BodyCopy? copy) =>
        (_reader, Bytes, _end, _copy) = (reader, bytes, end, copy);

    /// <summary>The bytes, until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="BadHttpRequestException">The body is larger than the server takes, or is cut short.</exception>
    /// <exception cref="RefusedException">The budget is spent.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, BodyBudget budget, CancellationToken cancellation)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
        if (read.IsCompleted && read.Buffer.IsSingleSegment)
            return new(reader, read.Buffer.First, read.Buffer.End, null);

        var copy = new BodyCopy(budget);
        try
        {
            while (copy.TryReserve(request.ContentLength ?? 0) && copy.TryAppend(read.Buffer))
            {
                if (read.IsCompleted)
                    return new(reader, copy.Bytes, read.Buffer.End, copy);
                reader.AdvanceTo(read.Buffer.End);
                read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            }

            reader.AdvanceTo(read.Buffer.End);
            throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "The service holds as many bytes of other requests as it may. Send the request again later.");
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_end);
        _copy?.Dispose();
    }
}
