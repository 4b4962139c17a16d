using Microsoft.AspNetCore.Connections;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Logs;

namespace ModelPipeline.Scoring.Limits;

/// <summary>Turns whatever an endpoint throws, and empty error answers, into problems without details. What nobody expected is logged.</summary>
internal sealed class FaultResponses(JsonLog log)
{
    private static readonly Problem Unexpected = new(StatusCodes.Status500InternalServerError, "The service failed; why is in its log.");
    private static readonly Problem NoMemory = new(StatusCodes.Status503ServiceUnavailable, "The service has no memory left for the request. Send fewer rows at once, or send it again later.");
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
        catch (Exception fault) when (HasGone(context, fault))
        {
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            if (fault is BadHttpRequestException)
                throw; // ends the connection in the server; aborting does not
            context.Abort();
        }
        catch (BadHttpRequestException fault)
        {
            await AnswerAsync(context, OfBad(fault.StatusCode)).ConfigureAwait(false);
        }
        catch (OutOfMemoryException)
        {
            log.Error("out_of_memory", json => json.WriteString("path", PathOf(context)));
            await AnswerAsync(context, NoMemory).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            log.Error("request_failed", json =>
            {
                json.WriteString("path", PathOf(context));
                ExceptionFacts.WriteWithoutMessages(json, fault);
            });
            await AnswerAsync(context, Unexpected).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the client has ended the connection. A body whose length was said can only be malformed by ending early.</summary>
    private static bool HasGone(HttpContext context, Exception fault) => fault switch
    {
        ConnectionResetException or ConnectionAbortedException => true,
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when context.Request.ContentLength is not null => true,
        _ => context.RequestAborted.IsCancellationRequested,
    };

    private static string? PathOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

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
