using ModelPipeline.Serving;

namespace ModelPipeline.Packaging;

/// <summary>An image that runs. Disposing removes the container and the image.</summary>
public interface IContainer : IServiceInstance
{
    /// <summary>The image's size in the engine, unpacked, in bytes.</summary>
    long ImageBytes { get; }
}
