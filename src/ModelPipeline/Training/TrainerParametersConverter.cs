using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Training;

/// <summary>An object of numbers, texts and flags; a whole number without point or exponent is an integer.</summary>
internal sealed class TrainerParametersConverter : JsonConverter<TrainerParameters>
{
    public override TrainerParameters Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            values[name] = reader.TokenType switch
            {
                JsonTokenType.Number when reader.ValueSpan.IndexOfAny(".eE"u8) < 0 => reader.GetInt64(),
                JsonTokenType.Number => reader.GetDouble(),
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                var token => throw new JsonException($"parameter '{name}' is of kind {token}"),
            };
        }

        return new TrainerParameters(values);
    }

    public override void Write(Utf8JsonWriter writer, TrainerParameters value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, parameter) in value.Values)
        {
            writer.WritePropertyName(name);
            switch (parameter)
            {
                case double number: writer.WriteRawValue(Number(number)); break;
                case long integer: writer.WriteNumberValue(integer); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                default: writer.WriteStringValue((string)parameter); break;
            }
        }

        writer.WriteEndObject();
    }

    private static string Number(double number)
    {
        var text = number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
