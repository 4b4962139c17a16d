namespace ModelPipeline.GitHub.Documents;

/// <summary>Who made a tag, and when.</summary>
internal sealed record TaggerDocument(string Name, string Email, DateTimeOffset Date);
