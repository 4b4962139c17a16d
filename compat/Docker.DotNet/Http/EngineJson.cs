using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Http;

/// <summary>How objects are written for an engine and read from it.</summary>
internal static class EngineJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNameCaseInsensitive = true,
    };
}
