using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Logs;

namespace ModelPipeline.Scoring.Limits;

/// <summary>Turns whatever an endpoint throws, and empty error answers, into problems without details. What nobody expected is logged.</summary>
internal sealed class FaultResponses(JsonLog log)
{
    private static readonly Problem Unexpected = new(StatusCodes.Status500InternalServerError, "The service failed; why is in its log.");
    private static readonly Problem TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The body is too large. Send fewer rows at once.");
    private static readonly Problem TooSlow = new(StatusCodes.Status408RequestTimeout, "The request arrived too slowly.");
    private static readonly Problem Malformed = new(StatusCodes.Status400BadRequest, "The request is not HTTP/1.1 as it should be.");
    private static readonly Problem NotFound = new(StatusCodes.Status404NotFound, "There is nothing at this path. POST /invocations scores rows.");
    private static readonly Problem WrongMethod = new(StatusCodes.Status405MethodNotAllowed, "The method is not allowed here: the header Allow names those that are.");

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && OfEmpty(context.Response.StatusCode) is { } problem)
                await problem.WriteAsync(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException fault)
        {
            await AnswerAsync(context, OfBad(fault.StatusCode)).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is there to be answered.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault)
        {
            log.Error("request_failed", json =>
            {
                json.WriteString("path", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
                ExceptionFacts.WriteWithoutMessages(json, fault);
            });
            await AnswerAsync(context, Unexpected).ConfigureAwait(false);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        var connection = context.Response.Headers.Connection;
        context.Response.Clear();
        context.Response.Headers.Connection = connection;
        await problem.WriteAsync(context).ConfigureAwait(false);
    }

    private static Problem? OfEmpty(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        _ => null,
    };

    private static Problem OfBad(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status408RequestTimeout => TooSlow,
        _ => Malformed,
    };
}
