namespace ModelPipeline.GitHub.Documents;

/// <summary>A release.</summary>
internal sealed record ReleaseDocument(long Id, string TagName, string TargetCommitish, string? Name, bool Draft, string UploadUrl, string HtmlUrl, string? Body = null);
