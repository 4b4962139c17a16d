using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What a client does with images.</summary>
public interface IImageOperations
{
    /// <summary>Describes an image.</summary>
    /// <param name="name">Its name, id or digest.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerImageNotFoundException">It is not there.</exception>
    Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Takes a name from an image, and removes the image with its last name.</summary>
    /// <param name="name">Its name, id or digest.</param>
    /// <param name="parameters">Whether it may be in use.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was <c>Untagged</c> and <c>Deleted</c>.</returns>
    /// <exception cref="DockerImageNotFoundException">It is not there.</exception>
    Task<IList<IDictionary<string, string>>> DeleteImageAsync(string name, ImageDeleteParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Loads the images of an archive. An error that the engine meets while it loads is reported as a message, not thrown.</summary>
    /// <param name="parameters">Whether progress is told.</param>
    /// <param name="imageStream">The archive.</param>
    /// <param name="progress">Takes the messages.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task LoadImageAsync(ImageLoadParameters parameters, Stream imageStream, IProgress<JSONMessage> progress, CancellationToken cancellationToken = default);
}
