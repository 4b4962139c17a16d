using System.Globalization;
using System.Text.Json;
using ModelPipeline.Serving;
using ModelPipeline.Training;

namespace ModelPipeline.LoadTesting.Requests;

/// <summary>One row to score, and the answer that is expected.</summary>
/// <param name="body">The request's body.</param>
/// <param name="expected">The row's scores.</param>
/// <param name="tolerance">By how much a score may differ; 0 means bit for bit.</param>
internal sealed class ScoringRequest(byte[] body, Scores expected, double tolerance)
{
    private byte[]? _correct;

    /// <summary>The request's body.</summary>
    public byte[] Body => body;

    /// <summary>What is wrong with an answer; <see langword="null"/> where it is correct. An answer of the same bytes as a correct one is not read again.</summary>
    /// <param name="answer">The answer's bytes.</param>
    public string? FaultOf(byte[] answer)
    {
        if (_correct is { } correct && correct.AsSpan().SequenceEqual(answer))
            return null;
        var fault = Read(answer);
        if (fault is null)
            _correct = answer;
        return fault;
    }

    private string? Read(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var scores = InvocationAnswer.Read(document.RootElement, expected.Rows, expected.Outputs);
            for (var output = 0; output < expected.Outputs.Count; output++)
                if (!IsEqual(scores.Values[output], expected.Values[output]))
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{QuotedText.Of(expected.Outputs[output])} is {scores.Values[output]:R}, not {expected.Values[output]:R}");
            return null;
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return QuotedText.Escape(fault.Message, 200);
        }
    }

    private bool IsEqual(double score, double wanted) => tolerance == 0
        ? BitConverter.DoubleToInt64Bits(score) == BitConverter.DoubleToInt64Bits(wanted)
        : Math.Abs(score - wanted) <= tolerance;
}
