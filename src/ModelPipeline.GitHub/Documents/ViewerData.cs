namespace ModelPipeline.GitHub.Documents;

/// <summary>Who a token belongs to.</summary>
internal sealed record ViewerData(ViewerDocument Viewer);
