namespace ModelPipeline.GitHub.Documents;

/// <summary>What an account may do.</summary>
internal sealed record PermissionDocument(string Permission, UserDocument User);
