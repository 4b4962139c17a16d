namespace ModelPipeline.GitHub.Documents;

/// <summary>A refusal.</summary>
internal sealed record ErrorDocument(string? Message = null, IReadOnlyList<ErrorDetail>? Errors = null);
