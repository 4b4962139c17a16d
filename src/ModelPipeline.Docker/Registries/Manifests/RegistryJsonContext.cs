using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Docker.Registries.Authentication;
using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>The documents that registries and Docker's clients exchange. Names that occur twice are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ManifestDocument))]
[JsonSerializable(typeof(ImageConfiguration))]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(DockerConfiguration))]
[JsonSerializable(typeof(HelperAnswer))]
internal sealed partial class RegistryJsonContext : JsonSerializerContext;
