using System.Text.Json;

namespace Octokit;

/// <summary>What a refusal says.</summary>
/// <param name="message">In words.</param>
public class ApiError(string message)
{
    /// <summary>In words; the raw body where that is no JSON.</summary>
    public string Message { get; private set; } = message;

    internal static ApiError Read(string body)
    {
        if (string.IsNullOrEmpty(body))
            return new ApiError(body);
        try
        {
            using var document = JsonDocument.Parse(body);
            var isTold = document.RootElement.ValueKind == JsonValueKind.Object;
            return new ApiError(!isTold ? body : document.RootElement.TryGetProperty("message", out var message) ? message.ToString() : null);
        }
        catch (JsonException)
        {
            return new ApiError(body);
        }
    }
}
