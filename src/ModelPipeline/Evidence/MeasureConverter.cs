using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Evidence;

/// <summary>A number alone, or an object of value, low and high; NaN and infinities as their names.</summary>
internal sealed class MeasureConverter : JsonConverter<Measure>
{
    /// <summary>A null is refused like any other thing that is no number.</summary>
    public override bool HandleNull => true;

    public override Measure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return new Measure(Number(ref reader));
        double? value = null, low = null, high = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "value": value = Number(ref reader); break;
                case "low": low = Number(ref reader); break;
                case "high": high = Number(ref reader); break;
                default: throw new JsonException($"A measure has no '{name}'.");
            }
        }

        return new Measure(value ?? throw new JsonException("A measure lacks its value."), low, high);
    }

    public override void Write(Utf8JsonWriter writer, Measure value, JsonSerializerOptions options)
    {
        if (value is { Low: null, High: null })
        {
            Write(writer, value.Value);
            return;
        }

        writer.WriteStartObject();
        Write(writer, "value", value.Value);
        Write(writer, "low", value.Low);
        Write(writer, "high", value.High);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is not { } value)
            return;
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    private static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    private static double Number(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String => reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => throw new JsonException($"'{text}' is not a number."),
        },
        var token => throw new JsonException($"Expected a number, found {token}."),
    };
}
