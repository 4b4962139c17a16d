using System.Text.Json;

namespace Shared.GitHub.Api;

/// <summary>An answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its bytes; empty for none.</param>
internal sealed record ApiAnswer(int Status, byte[] Body)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The address of the list's page that this is; <see langword="null"/> where it is no page that has a next one.</summary>
    public Uri? Page { get; init; }

    public static ApiAnswer Ok(object body) => Json(200, body);

    public static ApiAnswer Created(object body) => Json(201, body);

    public static ApiAnswer Nothing() => new(204, []);

    public static ApiAnswer Json(int status, object body) => new(status, JsonSerializer.SerializeToUtf8Bytes(body, Options));

    public static ApiAnswer Error(int status, string message, IReadOnlyList<object>? errors = null) => errors is null
        ? Json(status, new { message, documentation_url = "https://docs.github.com/rest", status = $"{status}" })
        : Json(status, new { message, errors, documentation_url = "https://docs.github.com/rest", status = $"{status}" });
}
