using System.Text;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>The values of one input, as they arrive. A value that is refused is reported, and something stands in its place.</summary>
/// <param name="input">The input.</param>
/// <param name="firstRow">The number of the first row.</param>
/// <param name="faults">Where faults are reported.</param>
internal abstract class ColumnBuffer(ModelInput input, long firstRow, RowFaults faults)
{
    /// <summary>The longest text that stands for a missing value, in bytes.</summary>
    private const int LongestMissing = 4;

    public ModelInput Input => input;

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>Adds the JSON value that the reader stands on.</summary>
    public void Add(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                AddMissing("is null, but had a value in every row of the training data");
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Refuse(json.TokenType == JsonTokenType.StartArray ? "is a list where one value belongs" : "is an object where one value belongs");
                json.Skip();
                break;
            default:
                AddValue(ref json);
                break;
        }
    }

    /// <summary>Adds a field of a CSV record; what stands for a missing value in data files does so here.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        if (IsMissing(field))
            AddMissing("is empty, but had a value in every row of the training data");
        else
            AddValue(field);
    }

    /// <summary>Adds a missing value.</summary>
    /// <param name="refusal">What is said where it is refused.</param>
    public void AddMissing(string refusal)
    {
        if (input.AcceptsMissing)
            AddNothing();
        else
            Refuse(refusal);
    }

    /// <summary>Adds something in the place of a value that is reported already.</summary>
    public abstract void AddNothing();

    /// <summary>The first values as a column.</summary>
    public abstract Column ToColumn(int rows);

    protected abstract void AddValue(ref Utf8JsonReader json);

    protected abstract void AddValue(ReadOnlySpan<byte> field);

    protected void Refuse(string message)
    {
        faults.Add(firstRow + Count, input.Name, message);
        AddNothing();
    }

    protected void Refuse(ReadOnlySpan<byte> value, string message)
    {
        faults.Add(firstRow + Count, input.Name, value, message);
        AddNothing();
    }

    private static bool IsMissing(ReadOnlySpan<byte> field)
    {
        if (field.Length > LongestMissing)
            return false;
        Span<char> text = stackalloc char[LongestMissing];
        return MissingText.Is(text[..Encoding.UTF8.GetChars(field, text)]);
    }
}
