using System.Text.Json;

namespace ModelPipeline.GitHub.Documents;

/// <summary>A commit and the accounts of its author and committer: an account, null, or an empty object.</summary>
internal sealed record CommitDocument(string Sha, CommitText Commit, JsonElement Author, JsonElement Committer);
