using System.Text.Json;
using ModelPipeline.Training;

namespace ModelPipeline.Serving;

/// <summary>The scoring service's answer to rows: <c>{"predictions":[{"probability":0.93,"label":"Yes"}]}</c>.</summary>
internal static class InvocationAnswer
{
    /// <summary>Reads the outputs of every row.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rows">How many rows were asked for.</param>
    /// <param name="outputs">The outputs that are expected of each.</param>
    /// <exception cref="IOException">It has other rows or outputs.</exception>
    public static Scores Read(JsonElement answer, int rows, IReadOnlyList<string> outputs)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("predictions", out var predictions) || predictions.ValueKind != JsonValueKind.Array)
            throw new IOException("The scoring service's answer has no 'predictions'.");
        if (predictions.GetArrayLength() != rows)
            throw new IOException(FormattableString.Invariant($"The scoring service answered {predictions.GetArrayLength()} rows, {rows} were asked for."));
        return new Scores(outputs, [.. predictions.EnumerateArray().SelectMany(prediction => outputs.Select(output => Output(prediction, output)))]);
    }

    private static double Output(JsonElement prediction, string output) =>
        prediction.ValueKind == JsonValueKind.Object && prediction.TryGetProperty(output, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : throw new IOException($"The scoring service's answer has a row without the number {QuotedText.Of(output)}.");
}
