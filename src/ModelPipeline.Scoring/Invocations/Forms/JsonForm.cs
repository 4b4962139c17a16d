using System.Text.Json;
using System.Text.Unicode;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>A JSON object with rows in one of MLflow's forms: <c>dataframe_split</c>, <c>dataframe_records</c> or <c>inputs</c>.</summary>
internal static class JsonForm
{
    private const string Expected = "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'";

    /// <exception cref="RefusedException">The body is not so; faults of single values are reported instead.</exception>
    public static void Read(ReadOnlySpan<byte> body, RowBatch batch)
    {
        CheckText(body);
        var json = new Utf8JsonReader(body);
        try
        {
            ReadBody(ref json, batch);
        }
        catch (JsonException fault)
        {
            throw Refusal(JsonFault.Describe(fault, body[(int)json.BytesConsumed..]), batch);
        }
    }

    /// <exception cref="RefusedException">There is no text, or it is not UTF-8.</exception>
    public static void CheckText(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            throw new RefusedException("The body is empty.");
        if (!Utf8.IsValid(body))
            throw new RefusedException("The body is not UTF-8.");
    }

    private static RefusedException Refusal(string what, RowBatch batch)
    {
        var detail = $"The body is no sound JSON: {what}.";
        if (batch.Current is not { } column)
            return new(detail);
        var faults = new RowFaults();
        faults.Add(batch.FirstRow + column.Count, column.Input.Name, what);
        return new(StatusCodes.Status400BadRequest, detail, faults);
    }

    private static void ReadBody(ref Utf8JsonReader json, RowBatch batch)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new RefusedException(Expected + ".");
        string? form = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Utf8Text.NameIs(ref json, "params"u8))
                ReadParameters(ref json);
            else
                ReadForm(ref json, FormOf(ref json, form), batch, ref form);
        }

        if (form is null)
            throw new RefusedException(Expected + "; it has none of them.");
        json.Read();
    }

    private static void ReadForm(ref Utf8JsonReader json, string name, RowBatch batch, ref string? form)
    {
        form = name;
        json.Read();
        switch (form, json.TokenType)
        {
            case ("dataframe_split", JsonTokenType.StartObject):
                SplitForm.Read(ref json, batch);
                break;
            case ("dataframe_records" or "inputs", JsonTokenType.StartArray):
                RecordsForm.Read(ref json, batch);
                break;
            case ("inputs", JsonTokenType.StartObject):
                ColumnsForm.Read(ref json, batch);
                break;
            default:
                throw new RefusedException(form switch
                {
                    "dataframe_split" => "'dataframe_split' must be an object with 'columns' and 'data'.",
                    "inputs" => "'inputs' must be an object with a list for each column, or a list of objects.",
                    _ => "'dataframe_records' must be a list of objects.",
                });
        }

        batch.Leave();
    }

    private static string FormOf(ref Utf8JsonReader json, string? before)
    {
        var form = Utf8Text.NameIs(ref json, "dataframe_split"u8) ? "dataframe_split"
            : Utf8Text.NameIs(ref json, "dataframe_records"u8) ? "dataframe_records"
            : Utf8Text.NameIs(ref json, "inputs"u8) ? "inputs"
            : throw new RefusedException($"{Expected}; {Utf8Text.Quoted(Utf8Text.Name(ref json))} is none of them.");
        return before is null ? form : throw new RefusedException($"{Expected}; it has '{before}' and another '{form}'.");
    }

    private static void ReadParameters(ref Utf8JsonReader json)
    {
        json.Read();
        var isNothing = json.TokenType == JsonTokenType.Null;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            json.Read();
            isNothing = json.TokenType == JsonTokenType.EndObject;
        }

        if (!isNothing)
            throw new RefusedException("The model takes no 'params': leave them out.");
    }
}
