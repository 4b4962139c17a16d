using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using ModelPipeline.Scoring.Invocations.Answers;
using ModelPipeline.Scoring.Invocations.Forms;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>
/// NDJSON in, NDJSON out: the lines that have arrived are scored and answered before more are read, so that memory does not grow with the
/// number of rows, and a sender that does not read the answers is made to wait.
/// </summary>
internal sealed class RecordStream(HttpContext context, ModelInputs inputs, RowScorer scorer, PredictionWriter predictions, InvocationOptions options)
{
    private readonly AnswerBuffer _answer = new();
    private long _rows;

    /// <exception cref="RefusedException">The rows are faulty, and nothing was answered yet.</exception>
    public async Task AnswerAsync()
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        var reader = context.Request.BodyReader;
        ReadResult read;
        do
        {
            read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            var rest = read.Buffer;
            try
            {
                while (!rest.IsEmpty && Take(ref rest, read.IsCompleted) is { } batch)
                {
                    await SendAsync(batch).ConfigureAwait(false);
                    if (batch.Faults.Total > 0)
                        return;
                }
            }
            finally
            {
                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        while (!read.IsCompleted);

        if (_rows == 0)
            throw new RefusedException("The body has no row.");
    }

    /// <summary>Takes complete lines, as many as are scored together, up to the first that has a fault.</summary>
    private RowBatch? Take(ref ReadOnlySequence<byte> text, bool isAll)
    {
        var batch = new RowBatch(inputs, new RowFaults(), _rows);
        while (batch.Rows < options.BatchRows && batch.Faults.Total == 0)
        {
            if (text.PositionOf((byte)'\n') is { } end)
            {
                Read(text.Slice(0, end), batch);
                text = text.Slice(text.GetPosition(1, end));
            }
            else
            {
                var isLast = isAll && !text.IsEmpty;
                if (isLast || text.Length > options.MaxLineBytes)
                    Read(text, batch);
                if (isLast)
                    text = text.Slice(text.End);
                break;
            }
        }

        _rows += batch.Rows;
        return batch.Rows == 0 && batch.Faults.Total == 0 ? null : batch;
    }

    private void Read(ReadOnlySequence<byte> line, RowBatch batch)
    {
        if (line.Length > options.MaxLineBytes)
            batch.Faults.Add(batch.Row, null, string.Create(CultureInfo.InvariantCulture, $"has more than {options.MaxLineBytes} bytes"));
        else
            LineForm.Read(line.IsSingleSegment ? line.FirstSpan : line.ToArray(), batch);
    }

    /// <summary>Sends the predictions of a batch up to its first fault, and then that. Where nothing was sent yet, the request is refused instead.</summary>
    private async Task SendAsync(RowBatch batch)
    {
        var isFirst = !context.Response.HasStarted;
        var scores = isFirst ? scorer.ScoreAll(batch, context.RequestAborted) : scorer.ScoreUntilFault(batch, context.RequestAborted);
        if (isFirst)
            context.Response.ContentType = "application/x-ndjson";

        for (var row = 0; row < scores.Rows; row++)
        {
            predictions.Write(_answer.Json, scores.Row(row));
            _answer.EndLine();
        }

        if (batch.Faults.Total > 0)
            WriteError(batch.Faults.Refusal());
        await _answer.SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    private void WriteError(RefusedException refused)
    {
        _answer.Json.WriteStartObject();
        _answer.Json.WritePropertyName("error");
        ProblemWriter.Write(_answer.Json, refused);
        _answer.Json.WriteEndObject();
        _answer.EndLine();
    }
}
