using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace ModelPipeline.Scoring.Invocations.Answers;

/// <summary>JSON that is gathered before it is sent. Buffers are used again.</summary>
internal sealed class AnswerBuffer : IResettable
{
    private static readonly ObjectPool<AnswerBuffer> Pool = ObjectPool.Create<AnswerBuffer>();

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public AnswerBuffer() => Json = new(_bytes);

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>How many bytes there are, without those that <see cref="Json"/> has not flushed.</summary>
    public int Length => _bytes.WrittenCount;

    public static AnswerBuffer Rent() => Pool.Get();

    public void Return() => Pool.Return(this);

    /// <summary>Ends a line, and the JSON value on it.</summary>
    public void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _bytes.Write("\n"u8);
    }

    /// <summary>Sends what there is, and empties the buffer.</summary>
    public async ValueTask SendAsync(HttpResponse response, CancellationToken cancellation)
    {
        Json.Flush();
        await response.BodyWriter.WriteAsync(_bytes.WrittenMemory, cancellation).ConfigureAwait(false);
        _bytes.ResetWrittenCount();
    }

    public bool TryReset()
    {
        _bytes.ResetWrittenCount();
        Json.Reset();
        return true;
    }
}
