using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Answers;

/// <summary>Writes why a request is refused, as a problem document. Source: RFC 9457.</summary>
internal static class ProblemWriter
{
    /// <summary>Writes the refusal as the answer.</summary>
    public static async Task WriteAsync(HttpContext context, RefusedException refused)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
            Write(json, refused);
        context.Response.StatusCode = refused.Status;
        context.Response.ContentType = "application/problem+json";
        Retry.Announce(context, refused.Status);
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Writes the refusal as an object.</summary>
    public static void Write(Utf8JsonWriter json, RefusedException refused)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(refused.Status));
        json.WriteNumber("status", refused.Status);
        json.WriteString("detail", refused.Message);
        if (refused.Faults is { } faults)
            WriteFaults(json, faults);
        json.WriteEndObject();
    }

    private static void WriteFaults(Utf8JsonWriter json, RowFaults faults)
    {
        json.WriteNumber("total", faults.Total);
        json.WriteStartArray("errors");
        foreach (var fault in faults.First)
        {
            json.WriteStartObject();
            if (fault.Row is { } row)
                json.WriteNumber("row", row);
            if (fault.Column is { } column)
                json.WriteString("column", column);
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
