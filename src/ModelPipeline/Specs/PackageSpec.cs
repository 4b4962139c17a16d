namespace ModelPipeline.Specs;

/// <summary>The section <c>package</c>: the image that serves the model.</summary>
public sealed record PackageSpec
{
    /// <summary>The base that needs nothing: an image of its own with the native libraries of the build machine.</summary>
    public const string Scratch = "scratch";

    /// <summary>The image's name without a tag, for example <c>ghcr.io/acme/churn</c>.</summary>
    /// <value>Default: the model's name.</value>
    public string? Image { get; init; }

    /// <summary>What the image is built on: <c>scratch</c>, an image in a registry, or the path of an OCI or docker archive (<c>./base.tar</c>, relative to <c>model.yaml</c>).</summary>
    /// <value>Default: <see cref="Scratch"/>.</value>
    public string Base { get; init; } = Scratch;

    /// <summary>Whether the image must have been run in a container.</summary>
    /// <value>Default: <see cref="ContainerUse.Required"/>.</value>
    public ContainerUse Container { get; init; } = ContainerUse.Required;
}
