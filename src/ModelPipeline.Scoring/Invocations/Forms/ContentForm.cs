namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>How rows are written.</summary>
internal enum ContentForm
{
    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>text/csv</c>.</summary>
    Csv,

    /// <summary><c>application/x-ndjson</c>.</summary>
    Ndjson,
}
