namespace ModelPipeline.GitHub.Documents;

/// <summary>Who a token belongs to, by GraphQL.</summary>
internal sealed record ViewerAnswer(ViewerData Data);
