using System.Text.Json.Serialization;

namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>What a credential helper of Docker answers.</summary>
internal sealed record HelperAnswer
{
    /// <summary>The user's name of a secret that is an identity token.</summary>
    public const string TokenUser = "<token>";

    [JsonPropertyName("Username")]
    public string? User { get; init; }

    [JsonPropertyName("Secret")]
    public string? Secret { get; init; }
}
