using System.Text.Json;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations.Answers;

/// <summary>Writes what the model says: one object a row, with every output by its name and, of classifications, the predicted class. Numbers have their shortest form that reads back as the same bits.</summary>
internal sealed class PredictionWriter
{
    /// <summary>How many bytes are gathered before they are sent.</summary>
    private const int Chunk = 32 * 1024;

    private static readonly JsonEncodedText Predictions = JsonEncodedText.Encode("predictions");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");

    private readonly JsonEncodedText[] _outputs;
    private readonly JsonEncodedText[] _classes;

    public PredictionWriter(ModelSignature signature)
    {
        _outputs = [.. signature.Outputs.Select(output => JsonEncodedText.Encode(output))];
        _classes = [.. signature.Classes.Select(name => JsonEncodedText.Encode(name))];
    }

    /// <summary>Writes <c>{"predictions": [...]}</c> as the answer.</summary>
    public async Task WriteAsync(HttpResponse response, Scores scores, CancellationToken cancellation)
    {
        response.ContentType = "application/json";
        var answer = AnswerBuffer.Rent();
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteStartArray(Predictions);
        for (var row = 0; row < scores.Rows; row++)
        {
            Write(json, scores.Row(row));
            if (json.BytesPending + answer.Length > Chunk)
                await answer.SendAsync(response, cancellation).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        if (!response.HasStarted)
            response.ContentLength = answer.Length;
        await answer.SendAsync(response, cancellation).ConfigureAwait(false);
        answer.Return();
    }

    /// <summary>Writes the prediction of one row.</summary>
    public void Write(Utf8JsonWriter json, ReadOnlySpan<double> outputs)
    {
        json.WriteStartObject();
        for (var i = 0; i < outputs.Length; i++)
            json.WriteNumber(_outputs[i], outputs[i]);
        if (_classes.Length > 0)
            json.WriteString(Label, _classes[PredictedClass.Of(outputs)]);
        json.WriteEndObject();
    }
}
