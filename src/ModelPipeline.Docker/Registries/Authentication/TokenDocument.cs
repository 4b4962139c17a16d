using System.Text.Json.Serialization;

namespace ModelPipeline.Docker.Registries.Authentication;

/// <summary>What a token service answers.</summary>
internal sealed record TokenDocument
{
    private const int DefaultSeconds = 60;

    public string? Token { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    /// <summary>The token that goes into a header; <see langword="null"/> where there is none that could.</summary>
    public string? Find() => (Token ?? AccessToken) is { Length: > 0 and <= 1 << 16 } token && token.All(character => character is > ' ' and < '\x7f') ? token : null;

    /// <summary>How long it lasts. Default: 60 s; at least that, as the specification says, and at most a day.</summary>
    public TimeSpan Lifetime() => TimeSpan.FromSeconds(Math.Clamp(ExpiresIn ?? DefaultSeconds, DefaultSeconds, 24 * 3600));
}
