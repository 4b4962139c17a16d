namespace ModelPipeline.Registry.Stages;

/// <summary>What became of a model's stages.</summary>
/// <param name="Model">The model.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Tags">The tags that were made; empty where there was nothing left to do.</param>
/// <param name="Remarks">What else is to be known, a sentence each.</param>
public sealed record StageChange(string Model, string Summary, IReadOnlyList<string> Tags, IReadOnlyList<string> Remarks)
{
    /// <summary>Whether anything was changed.</summary>
    public bool HasChanged => Tags.Count > 0;
}
