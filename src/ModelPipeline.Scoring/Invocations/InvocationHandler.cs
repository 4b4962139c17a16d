using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Invocations.Answers;
using ModelPipeline.Scoring.Invocations.Forms;
using ModelPipeline.Scoring.Invocations.Rows;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>Answers one request: reads its rows, scores them, writes the predictions, or says why not.</summary>
internal sealed class InvocationHandler(ServedModel model, IRequestLog log, InvocationOptions options)
{
    /// <summary>The bytes of a body that is scored where it was read: about a hundred rows, well below a millisecond.</summary>
    private const int MostOnReadingThread = 16 * 1024;

    private readonly ModelInputs _inputs = new(model.Bundle.Manifest, options);
    private readonly PredictionWriter _predictions = new(model.Bundle.Manifest.Signature);
    private readonly RowScorer _scorer = new(model, log);
    private readonly BodyBudget _budget = new(options.MaxHeldBytes);
    private readonly int _maxRows = (int)Math.Min(options.MaxRows, options.MaxValues / Math.Max(1, model.Bundle.Manifest.Signature.Inputs.Count));

    /// <exception cref="BadHttpRequestException">The body is larger than the server takes, or is cut short.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var form = ContentForms.Of(context.Request);
            if (form == ContentForm.Ndjson)
                await new RecordStream(context, _inputs, _scorer, _predictions, options).AnswerAsync().ConfigureAwait(false);
            else
                await AnswerAsync(context, form).ConfigureAwait(false);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(context, refused).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, ContentForm form)
    {
        var scores = await ScoreAsync(context.Request, form, context.RequestAborted).ConfigureAwait(false);
        context.Features.Get<ScoredRows>()?.Add(scores.Rows);
        await _predictions.WriteAsync(context.Response, scores, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Scores small bodies at once, on the thread that read them; a large one on a thread of its own, as it would hold up probes and small requests.</summary>
    private async ValueTask<Scores> ScoreAsync(HttpRequest request, ContentForm form, CancellationToken cancellation)
    {
        using var body = await RequestBody.ReadAsync(request, _budget, cancellation).ConfigureAwait(false);
        return body.Bytes.Length <= MostOnReadingThread
            ? Score(body, form, cancellation)
            : await ScoreOnOwnThreadAsync(body, form, cancellation).ConfigureAwait(false);
    }

    private Task<Scores> ScoreOnOwnThreadAsync(RequestBody body, ContentForm form, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Score(body, form, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Scores Score(RequestBody body, ContentForm form, CancellationToken cancellation)
    {
        var rows = new RowBatch(_inputs, new RowFaults()) { MaxRows = _maxRows };
        if (form == ContentForm.Csv)
            CsvForm.Read(body.Bytes, rows);
        else
            JsonForm.Read(body.Bytes.Span, rows);
        return _scorer.ScoreAll(rows, cancellation);
    }
}
