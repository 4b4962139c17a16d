namespace ModelPipeline.GitHub.Documents;

/// <summary>What a ref or a tag points to.</summary>
internal sealed record RefTarget(string Type, string Sha);
