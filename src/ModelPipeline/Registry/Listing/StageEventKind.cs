namespace ModelPipeline.Registry.Listing;

/// <summary>How a stage changed.</summary>
public enum StageEventKind
{
    /// <summary>A version left it and nothing took its place.</summary>
    Left,

    /// <summary>A version entered it.</summary>
    Promoted,

    /// <summary>An earlier version came back to it.</summary>
    RolledBack,
}
