namespace ModelPipeline.GitHub.Documents;

/// <summary>A tree; truncated where it has too many entries for one answer.</summary>
internal sealed record TreeDocument(string Sha, IReadOnlyList<TreeEntry> Tree, bool Truncated);
