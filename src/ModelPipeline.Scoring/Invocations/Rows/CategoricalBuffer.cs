using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelPipeline.Data;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Categories, as they arrive. A number or a truth value is taken for the category of its text.</summary>
internal sealed class CategoricalBuffer(ModelInput input, long firstRow, RowFaults faults) : ColumnBuffer(input, firstRow, faults)
{
    private const int LongestNumber = 32;

    private Values<int> _codes = new();
    private Dictionary<string, int>? _unseen;

    public override int Count => _codes.Count;

    public override void AddNothing() => _codes.Add(CategoricalColumn.Missing);

    public override Column ToColumn(int rows) =>
        new CategoricalColumn(Input.Name, _codes.First(rows), _unseen is null ? Input.Categories : [.. Input.Categories, .. _unseen.Keys]);

    protected override void AddValue(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Number:
                AddNumber(ref json);
                break;
            case JsonTokenType.True:
                Add("true"u8, "True"u8, "TRUE"u8);
                break;
            case JsonTokenType.False:
                Add("false"u8, "False"u8, "FALSE"u8);
                break;
            default:
                if (Utf8Text.TryRead(ref json, out var text))
                    AddValue(text);
                else
                    Refuse("is no Unicode text: it holds half of a surrogate pair");
                break;
        }
    }

    protected override void AddValue(ReadOnlySpan<byte> field) => Add(Input.CodeOf(field), field);

    /// <summary>A number is the category that is written as it is, or else as its shortest form: 1.0 as 1.</summary>
    private void AddNumber(ref Utf8JsonReader json)
    {
        var code = Input.CodeOf(json.ValueSpan);
        Span<byte> shortest = stackalloc byte[LongestNumber];
        if (code == Utf8Index.None && json.TryGetDouble(out var number) && double.IsFinite(number) && number.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture))
            Add(Input.CodeOf(shortest[..length]), shortest[..length]);
        else
            Add(code, json.ValueSpan);
    }

    private void Add(ReadOnlySpan<byte> text, ReadOnlySpan<byte> capitalised, ReadOnlySpan<byte> upper)
    {
        var code = Input.CodeOf(text);
        if (code == Utf8Index.None)
            code = Input.CodeOf(capitalised);
        Add(code == Utf8Index.None ? Input.CodeOf(upper) : code, text);
    }

    private void Add(int code, ReadOnlySpan<byte> text)
    {
        if (code != Utf8Index.None)
            _codes.Add(code);
        else if (Input.AcceptsUnknown && !text.IsEmpty)
            _codes.Add(Unseen(Encoding.UTF8.GetString(text)));
        else
            Refuse(text, Input.NoCategory);
    }

    private int Unseen(string category)
    {
        _unseen ??= new(StringComparer.Ordinal);
        _unseen.TryAdd(category, Input.Categories.Length + _unseen.Count);
        return _unseen[category];
    }
}
