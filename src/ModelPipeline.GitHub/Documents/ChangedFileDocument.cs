namespace ModelPipeline.GitHub.Documents;

/// <summary>A changed file.</summary>
internal sealed record ChangedFileDocument(string Filename, string Status, string? PreviousFilename = null);
