namespace ModelPipeline.GitHub.Documents;

/// <summary>One reason of a refusal.</summary>
internal sealed record ErrorDetail(string? Code = null, string? Field = null);
