namespace ModelPipeline.Scoring.Metrics;

/// <summary>How many rows of a request were scored, for the access log; a feature of the request where there is one.</summary>
internal sealed class ScoredRows
{
    public int Count { get; private set; }

    public void Add(int rows) => Count += rows;
}
