namespace ModelPipeline.Registry.Listing;

/// <summary>How far a version is.</summary>
public enum VersionState
{
    /// <summary>Its folder is in the default branch, but no tag publishes it.</summary>
    Recorded,

    /// <summary>A tag publishes it.</summary>
    Published,

    /// <summary>It was published and is retired.</summary>
    Retired,
}
