using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The model. Its version is the bundle's digest, which is no digest of one file and so none of its hashes.</summary>
internal static class ModelSection
{
    public static void Write(Utf8JsonWriter json, ModelSpec spec, ModelBundle bundle)
    {
        json.WriteStartComponent("machine-learning-model", References.Model, bundle.Manifest.Name, bundle.Digest.ToString());
        json.WriteString("description", spec.Description);
        json.WriteLicense(spec.Card.License);
        json.WritePropertyName("modelCard");
        ModelCardSection.Write(json, spec, bundle.Manifest);
        json.WriteProperties(
        [
            ("owner", spec.Owner),
            ("monitoring_owner", spec.MonitoringOwner),
            .. bundle.Manifest.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => ("version:" + version.Key, (object)version.Value)),
        ]);
        json.WriteEndObject();
    }
}
