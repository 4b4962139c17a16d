namespace ModelPipeline.GitHub.Documents;

/// <summary>A ref.</summary>
internal sealed record RefDocument(string Ref, RefTarget Object);
