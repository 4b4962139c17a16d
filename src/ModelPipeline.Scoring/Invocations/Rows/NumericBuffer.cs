using System.Buffers;
using System.Text;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Numbers, as they arrive.</summary>
internal sealed class NumericBuffer(ModelInput input, long firstRow, RowFaults faults) : ColumnBuffer(input, firstRow, faults)
{
    private Values<double> _values = new();

    public override int Count => _values.Count;

    public override void AddNothing() => _values.Add(double.NaN);

    public override Column ToColumn(int rows) => new NumericColumn(Input.Name, _values.First(rows));

    protected override void AddValue(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.Number)
            Refuse(json.ValueSpan, NoNumber(json.TokenType, json.ValueSpan));
        else if (json.TryGetDouble(out var number) && double.IsFinite(number))
            _values.Add(number + 0.0); // -0 and 0 are one value
        else
            Refuse(json.ValueSpan, "beyond the numbers of 64 bits");
    }

    protected override void AddValue(ReadOnlySpan<byte> field)
    {
        var rented = ArrayPool<char>.Shared.Rent(field.Length);
        var text = rented.AsSpan(0, Encoding.UTF8.GetChars(field, rented));
        if (!NumberText.TryParse(text, out var number))
            Refuse(field, "not a number");
        else if (double.IsFinite(number))
            _values.Add(number);
        else
            Refuse(field, "no finite number: leave it empty where it is unknown");
        ArrayPool<char>.Shared.Return(rented);
    }

    private static string NoNumber(JsonTokenType type, ReadOnlySpan<byte> value) => type switch
    {
        JsonTokenType.String when IsNoFinite(value) => "no finite number: send null where it is unknown",
        JsonTokenType.String => "a text: send a number, without quotes",
        _ => "a truth value: send a number",
    };

    private static bool IsNoFinite(ReadOnlySpan<byte> text) =>
        Ascii.EqualsIgnoreCase(text, "nan") || Ascii.EqualsIgnoreCase(text.TrimStart("+-"u8), "inf") || Ascii.EqualsIgnoreCase(text.TrimStart("+-"u8), "infinity");
}
