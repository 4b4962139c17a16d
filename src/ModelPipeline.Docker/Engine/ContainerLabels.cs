namespace ModelPipeline.Docker.Engine;

/// <summary>The labels of the containers that this makes.</summary>
internal static class ContainerLabels
{
    /// <summary>The process whose run it belongs to: a <see cref="ContainerOwner"/>.</summary>
    public const string Run = "modelpipeline.run";

    /// <summary>The name of the image that goes with the container; empty for an image that the user had before.</summary>
    public const string Loaded = "modelpipeline.loaded";
}
