namespace ModelPipeline.GitHub.Documents;

/// <summary>An account's login.</summary>
internal sealed record ViewerDocument(string Login);
