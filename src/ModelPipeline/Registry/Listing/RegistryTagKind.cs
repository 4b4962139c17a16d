namespace ModelPipeline.Registry.Listing;

/// <summary>What a tag of the registry says.</summary>
internal enum RegistryTagKind
{
    /// <summary>A version is published: <c>churn@v1.2.0</c>.</summary>
    Version,

    /// <summary>A version is retired: <c>churn@v1.2.0!#7</c>.</summary>
    VersionRetired,

    /// <summary>A version enters a stage: <c>churn#production#7</c>.</summary>
    Stage,

    /// <summary>A version leaves a stage, and nothing takes its place: <c>churn#production!#7</c>.</summary>
    StageLeft,

    /// <summary>The model is retired: <c>churn@deprecated#7</c>.</summary>
    ModelRetired,
}
