using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Invocations.Answers;
using ModelPipeline.Scoring.Invocations.Forms;
using ModelPipeline.Scoring.Invocations.Rows;
using ModelPipeline.Scoring.Metrics;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>Answers one request: reads its rows, scores them, writes the predictions, or says why not.</summary>
internal sealed class InvocationHandler(ServedModel model, IRequestLog log, InvocationOptions options)
{
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
        var rows = new RowBatch(_inputs, new RowFaults()) { MaxRows = _maxRows };
        using (var body = await RequestBody.ReadAsync(context.Request, _budget, context.RequestAborted).ConfigureAwait(false))
        {
            if (form == ContentForm.Csv)
                CsvForm.Read(body.Bytes, rows);
            else
                JsonForm.Read(body.Bytes.Span, rows);
        }

        var scores = _scorer.ScoreAll(rows, context.RequestAborted);
        context.Features.Get<ScoredRows>()?.Add(scores.Rows);
        await _predictions.WriteAsync(context.Response, scores, context.RequestAborted).ConfigureAwait(false);
    }
}
