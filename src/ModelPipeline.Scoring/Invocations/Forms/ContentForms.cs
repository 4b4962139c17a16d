using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>Tells how the rows of a request are written.</summary>
internal static class ContentForms
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";
    private const string Ndjson = "application/x-ndjson";

    /// <exception cref="RefusedException">In none of the known ways.</exception>
    public static ContentForm Of(HttpRequest request)
    {
        if (!StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, "The body has a Content-Encoding: send it as it is.");
        return request.ContentType switch
        {
            Json => ContentForm.Json,
            Csv => ContentForm.Csv,
            Ndjson => ContentForm.Ndjson,
            var other => OfHeader(other),
        };
    }

    private static ContentForm OfHeader(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && IsUtf8(type.Charset))
        {
            if (Is(type, Json))
                return ContentForm.Json;
            if (Is(type, Csv))
                return ContentForm.Csv;
            if (Is(type, Ndjson))
                return ContentForm.Ndjson;
        }

        throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, $"Content-Type must be {Json}, {Csv} or {Ndjson}, in UTF-8.");
    }

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0 || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
