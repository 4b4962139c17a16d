using System.Text.Json;

namespace Octokit;

/// <summary>What a refusal says.</summary>
/// <param name="message">In words.</param>
public class ApiError(string message)
{
    /// <summary>In words; the raw body where that is no JSON of this kind.</summary>
    public string Message { get; private set; } = message;

    internal static ApiError Read(string body)
    {
        if (string.IsNullOrEmpty(body))
            return new ApiError(body);
        try
        {
            using var document = JsonDocument.Parse(body);
            return new ApiError(IsError(document.RootElement) ? Text(document.RootElement, "message") : body);
        }
        catch (JsonException)
        {
            return new ApiError(body);
        }
    }

    private static bool IsError(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && !Has(json, "message", JsonValueKind.Object)
        && !Has(json, "documentation_url", JsonValueKind.Object)
        && (!json.TryGetProperty("errors", out var errors) || errors.ValueKind == JsonValueKind.Null || IsListOfDetails(errors));

    private static bool IsListOfDetails(JsonElement errors) =>
        errors.ValueKind == JsonValueKind.Array && errors.EnumerateArray().All(detail => detail.ValueKind == JsonValueKind.Object);

    private static bool Has(JsonElement json, string name, JsonValueKind kind) => json.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
