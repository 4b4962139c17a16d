using System.Text.Json;
using System.Text.Json.Serialization;

namespace XGBoostPeer;

/// <summary>What both sides train on diamonds; written to recipe.json for the other side.</summary>
internal sealed record Recipe
{
    public int Rounds { get; init; } = 100;

    public double LearningRate { get; init; } = 0.2;

    public int MaxDepth { get; init; } = 6;

    /// <summary>The threads of training, on both sides.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The threads of scoring, on both sides.</summary>
    public int ScoringThreads { get; init; } = Environment.ProcessorCount;

    public string[] Numeric { get; init; } = ["carat", "depth", "table", "x", "y", "z"];

    public string[] Categorical { get; init; } = ["cut", "color", "clarity"];

    public string Label { get; init; } = "price";

    public int ScoredRows { get; init; } = 1_000_000;

    [JsonIgnore]
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
