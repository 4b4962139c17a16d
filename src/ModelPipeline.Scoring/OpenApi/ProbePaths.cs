using System.Text.Json;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>The paths that tell how the service is.</summary>
internal static class ProbePaths
{
    public static void Write(Utf8JsonWriter json)
    {
        WriteGet(json, "/ping", "ping", "Whether the service takes requests.", "text/plain", ["200", "503"]);
        WriteGet(json, "/livez", "livez", "Whether the process is alive.", "text/plain", ["200"]);
        WriteGet(json, "/readyz", "readyz", "Whether the service takes requests.", "text/plain", ["200", "503"]);
        WriteGet(json, "/version", "version", "Which model answers, and with which software.", "application/json", ["200"]);
        WriteGet(json, "/metrics", "metrics", "Counts and durations in Prometheus' text format.", "text/plain", ["200", "401"]);
    }

    private static void WriteGet(Utf8JsonWriter json, string path, string name, string summary, string contentType, string[] statuses)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get");
        json.WriteString("operationId", name);
        json.WriteString("summary", summary);
        json.WriteStartObject("responses");
        foreach (var status in statuses)
        {
            json.WriteStartObject(status);
            json.WriteString("description", Statuses.Describe(status));
            if (status == "200")
                WriteContent(json, contentType);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, string contentType)
    {
        json.WriteStartObject("content");
        json.WriteStartObject(contentType);
        json.WriteStartObject("schema");
        json.WriteString("type", contentType == "application/json" ? "object" : "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
