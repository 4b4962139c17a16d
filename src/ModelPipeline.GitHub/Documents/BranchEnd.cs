namespace ModelPipeline.GitHub.Documents;

/// <summary>Where a pull request comes from or goes to.</summary>
internal sealed record BranchEnd(string Ref, string Sha, NamedRepository? Repo);
