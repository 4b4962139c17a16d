using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The data that the model was trained and tested on. Its version is the data's digest; who answers for the model answers for its data.</summary>
internal static class DataSection
{
    public static void Write(Utf8JsonWriter json, ModelSpec spec, BundleData data)
    {
        json.WriteStartComponent("data", References.Data, spec.Data.Path, data.Digest.ToString());
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("type", "dataset");
        json.WriteString("name", spec.Data.Path);
        json.WriteKnown("description", spec.Card.DataSource);
        WriteOwner(json, spec.Owner);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteProperties(Properties(data));
        json.WriteEndObject();
    }

    private static void WriteOwner(Utf8JsonWriter json, string owner)
    {
        json.WriteStartObject("governance");
        json.WriteStartArray("owners");
        json.WriteStartObject();
        json.WriteStartObject("organization");
        json.WriteString("name", owner);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, object Value)> Properties(BundleData data)
    {
        yield return ("rows", data.Rows);
        yield return ("train_rows", data.TrainRows);
        yield return ("test_rows", data.TestRows);
        yield return ("train_split", data.TrainSplit);
        yield return ("test_split", data.TestSplit);
        if (data.Oldest is { } oldest)
            yield return ("oldest", oldest);
        if (data.Newest is { } newest)
            yield return ("newest", newest);
    }
}
