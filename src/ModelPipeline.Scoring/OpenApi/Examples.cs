using System.Text;
using System.Text.Json;
using CsvHelper;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>One row in every form that the service takes and gives.</summary>
internal sealed class Examples(ModelSignature signature, ExampleRow example)
{
    public void WriteRecords(Utf8JsonWriter json) => Within(json, "dataframe_records", () =>
    {
        json.WriteStartArray();
        WriteRow(json);
        json.WriteEndArray();
    });

    public void WriteSplit(Utf8JsonWriter json) => Within(json, "dataframe_split", () =>
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var input in signature.Inputs)
            json.WriteStringValue(input.Name);
        json.WriteEndArray();
        json.WriteStartArray("data");
        json.WriteStartArray();
        foreach (var input in signature.Inputs)
            WriteValue(json, input.Name);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public void WriteInputs(Utf8JsonWriter json) => Within(json, "inputs", () =>
    {
        json.WriteStartObject();
        foreach (var input in signature.Inputs)
        {
            json.WriteStartArray(input.Name);
            WriteValue(json, input.Name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    public void WriteRow(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var input in signature.Inputs)
        {
            json.WritePropertyName(input.Name);
            WriteValue(json, input.Name);
        }

        json.WriteEndObject();
    }

    public void WriteAnswer(Utf8JsonWriter json) => Within(json, "predictions", () =>
    {
        json.WriteStartArray();
        WritePrediction(json);
        json.WriteEndArray();
    });

    public void WritePrediction(Utf8JsonWriter json)
    {
        var outputs = example.Scores.Row(0);
        json.WriteStartObject();
        for (var i = 0; i < outputs.Length; i++)
            json.WriteNumber(signature.Outputs[i], outputs[i]);
        if (signature.Classes.Count > 0)
            json.WriteString("label", signature.Classes[PredictedClass.Of(outputs)]);
        json.WriteEndObject();
    }

    /// <summary>The row as CSV with its header.</summary>
    public string Csv()
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteHeader([.. signature.Inputs.Select(input => input.Name)]);
            foreach (var input in signature.Inputs)
                csv.WriteField(example.Text(input.Name));
            csv.EndRecord();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>What is written as one line.</summary>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Within(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        write();
        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, string input)
    {
        var column = example.Inputs[input];
        if (column.IsMissing(0))
            json.WriteNullValue();
        else if (column is NumericColumn numbers)
            json.WriteNumberValue(numbers.Values[0]);
        else
            json.WriteStringValue(column.Text(0));
    }
}
