namespace ModelPipeline.GitHub.Documents;

/// <summary>An entry of a tree.</summary>
internal sealed record TreeEntry(string Path, string Mode, string Type, string Sha);
