namespace ModelPipeline.Specs;

/// <summary>Whether a release needs the image to have been run in a container.</summary>
public enum ContainerUse
{
    /// <summary>It does: without a container engine the package cannot pass. <c>required</c>.</summary>
    Required,

    /// <summary>It does not: without a container engine the service is tried as a local process, and that is shown. <c>optional</c>.</summary>
    Optional,
}
