using System.Reflection;
using System.Text.Json;
using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Probes;

/// <summary>What answers: the model and the service.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ModelVersion">Its version; <see langword="null"/> where nobody said.</param>
/// <param name="Digest">The bundle's digest.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Service">The service's own version.</param>
internal sealed record ServiceVersion(string Model, string? ModelVersion, Digest Digest, string Engine, string Service)
{
    public static ServiceVersion Of(ServedModel model, string? modelVersion) => new(
        model.Bundle.Manifest.Name,
        modelVersion,
        model.Bundle.Digest,
        model.Bundle.Manifest.Engine,
        typeof(ServiceVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Writes the answer of <c>/version</c>.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteTo(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes its properties into an object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("model", Model);
        json.WriteString("modelVersion", ModelVersion);
        json.WriteString("digest", Digest.ToString());
        json.WriteString("engine", Engine);
        json.WriteString("serviceVersion", Service);
    }
}
