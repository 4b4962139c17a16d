using System.Text.Json;

namespace ModelPipeline.Scoring.Logs;

/// <summary>Puts an exception into a log line.</summary>
internal static class ExceptionFacts
{
    private const int LongestMessage = 400;

    /// <summary>Writes types, messages and where it was thrown; for what comes from the framework.</summary>
    public static void Write(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("message", QuotedText.Escape(exception.Message, LongestMessage));
        WriteWithoutMessages(json, exception);
    }

    /// <summary>Writes types and where it was thrown. Messages are left out: what is thrown while a request is read may quote its data.</summary>
    public static void WriteWithoutMessages(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartArray("exceptions");
        for (var next = exception; next is not null; next = next.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", next.GetType().FullName);
            json.WriteString("stack", next.StackTrace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
