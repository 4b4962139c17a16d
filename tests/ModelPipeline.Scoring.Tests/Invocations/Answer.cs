using System.Text.Json;

namespace ModelPipeline.Scoring.Tests.Invocations;

/// <summary>What the service answered.</summary>
internal sealed record Answer(int Status, string? ContentType, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The outputs of each row.</summary>
    public double[][] Outputs() => [.. Json.GetProperty("predictions").EnumerateArray().Select(OutputsOf)];

    /// <summary>The outputs of each line.</summary>
    public double[][] LineOutputs() => [.. Lines().Select(line => OutputsOf(JsonDocument.Parse(line).RootElement))];

    public string[] Lines() => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The faults of a refusal, as <c>row column: message</c>.</summary>
    public string[] Faults() => FaultsOf(Json);

    public static string[] FaultsOf(JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => $"{Part(error, "row")} {Part(error, "column")}: {error.GetProperty("message").GetString()}")];

    private static string Part(JsonElement error, string name) => error.TryGetProperty(name, out var value) ? value.ToString() : "-";

    private static double[] OutputsOf(JsonElement row) =>
        [.. row.EnumerateObject().Where(property => property.Name != "label").Select(property => property.Value.GetDouble())];
}
