namespace ModelPipeline.Registry;

/// <summary>What the tags of released versions are called, in the grammar of GTO (Git Tag Ops).</summary>
internal static class ReleaseTag
{
    /// <summary>The tag of a version, for example <c>churn@v1.2.0</c>.</summary>
    public static string Of(string model, SemanticVersion version) => Prefix(model) + version;

    /// <summary>What the tags of a model's versions start with.</summary>
    public static string Prefix(string model) => $"{model}@v";
}
